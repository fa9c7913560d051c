/** How the bot itself is, for administrators. */
export const upkeep = {
  'upkeep.status.heading': 'How the bot is',
  'upkeep.status.text': 'As the instance that answers you knows it.',
  'upkeep.status.version': 'Version',
  'upkeep.status.startedAt': 'running since {at, date, moment}',
  'upkeep.status.store': 'Where records are kept',
  'upkeep.status.store.embedded': 'Embedded store',
  'upkeep.status.store.mongodb': 'MongoDB',
  'upkeep.status.directory.ledger': 'memberships take effect in the bot’s own records',
  'upkeep.status.directory.entra': 'memberships take effect in Microsoft Entra',
  'upkeep.status.work': 'Work in the background',
  'upkeep.status.work.fine': 'On time',
  'upkeep.status.work.late': 'Late: the oldest has waited for {span}',
  'upkeep.status.givenUp':
    '{count, plural, =0 {nothing was given up} one {# piece of work was given up} other {# pieces of work were given up}} since the start',
  'upkeep.status.givenUp.next': 'Whoever runs the bot finds each in its log as “an effect was given up”.',
  'upkeep.status.backup': 'Last backup',
  'upkeep.status.backup.unknown': 'Not known',
  'upkeep.status.backup.unknownText':
    'Whoever runs the bot makes one with “npm run backup”. What the database saves by itself is not seen from here.',
} as const;
