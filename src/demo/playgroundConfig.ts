import { fullName, sampleAddress, sampleBot, samplePeople, sampleTenantId, type SamplePerson } from './samplePeople.js';

/**
 * The configuration of one person's client, for Microsoft 365 Agents Playground 0.2.28: every field is required, more
 * are refused, `users` are exactly the five others, and `userPrincipleName` is spelt so. JSON is accepted as YAML.
 */
export function playgroundConfig(person: SamplePerson): string {
  const { conversationId } = sampleAddress(person, '');
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: sampleTenantId,
      bot: sampleBot,
      currentUser: toUser(person),
      users: samplePeople.filter((other) => other !== person).map(toUser),
      personalChat: { id: conversationId },
      groupChat: { id: `group-chat-${person.slug}`, name: 'Spring campaign' },
      team: {
        id: `team-${person.slug}`,
        name: 'Contoso',
        aadGroupId: '9cf6b3db-8f41-4e5a-a7c0-000000000001',
        channels: [{ id: `channel-${person.slug}`, name: 'Announcements' }],
      },
    },
    null,
    2,
  );
}

function toUser(person: SamplePerson): Record<string, string> {
  const email = `${person.slug}@contoso.example`;
  return {
    id: sampleAddress(person, '').userId,
    name: fullName(person),
    userPrincipleName: email,
    aadObjectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email,
  };
}
