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

  'upkeep.forget.heading': 'Forget {person}?',
  'upkeep.forget.goes':
    'What goes at once: the name, the address, title and department, the language and time zone, stand-ins, and the way into the chat.',
  'upkeep.forget.words':
    'What goes within minutes: every reason that they gave or that was given about them, and where their cards are ({requests, plural, =0 {no requests} one {# request} other {# requests}} of theirs).',
  'upkeep.forget.stays':
    'What stays: a number in the place of the name, with what was asked, decided and changed and when. Without it the history would not verify, and nobody could say who let whom in.',
  'upkeep.forget.memberships':
    '{memberships, plural, one {One membership stays} other {# memberships stay}}, too, for access hangs on them now: remove the person from the groups first if that should end.',
  'upkeep.forget.afterwards':
    'It cannot be taken back. Messages that were sent in Teams stay there, as long as Teams keeps them.',
  'upkeep.forget.button': 'Forget this person',
  'upkeep.forgotten.status': 'Forgotten',
  'upkeep.forgotten.heading': '{person} is forgotten',
  'upkeep.forgotten.text':
    'Name, address and chat are gone. Reasons are being erased wherever they were kept; I’ll write to you here when that is done.',
  'upkeep.forgotten.again': 'If they write to the bot again, they are met anew.',
  'upkeep.forgettingDone.heading': 'Everything that was to be forgotten is gone',
  'upkeep.forgettingDone.text':
    '{reasons, plural, =0 {There were no reasons to erase} one {# reason was erased} other {# reasons were erased}}; {records, plural, =0 {there were no requests of theirs} one {# request of theirs was gone through} other {# requests of theirs were gone through}}.',
  'upkeep.forgettingDone.verify': '“audit verify” still holds: the history knows an erased reason by its digest.',
} as const;
