/** What somebody meant by a person: a mention's id, an address, a name, or after a click the person's own id. */
export type PersonTarget =
  | { readonly by: 'mention'; readonly channelUserId: string }
  | { readonly by: 'address'; readonly email: string }
  | { readonly by: 'name'; readonly name: string }
  /** `typed`: by a part of the name, or by what only comes near it. */
  | { readonly by: 'id'; readonly personId: string; readonly typed?: string };

const mention = /^@\{([^{}\s]{1,200})\}$/;
const address = /^<?([^\s@<>]{1,100}@[^\s@<>]{1,200}\.[^\s@<>]{1,60})>?$/;

/** Reads what stands where a person is named; nothing for an empty text. */
export function parsePerson(text: string): PersonTarget | undefined {
  const trimmed = text
    .trim()
    .replace(/^["'“”‘’]+|["'“”‘’,.;:]+$/g, '')
    .replace(/['’]s$/i, '')
    .trim();
  const channelUserId = mention.exec(trimmed)?.[1];
  if (channelUserId) return { by: 'mention', channelUserId };
  const email = address.exec(trimmed)?.[1];
  if (email) return { by: 'address', email: email.toLowerCase() };
  const name = trimmed.replace(/^@+/, '').trim();
  return name === '' ? undefined : { by: 'name', name };
}

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids of the directory, with commas in between, as the mentions that would be typed for them. */
export function toMentions(picked: string): string {
  const ids = picked.split(',').map((id) => id.trim().toLowerCase());
  return [...new Set(ids)].flatMap((id) => (objectId.test(id) ? [`@{${id}}`] : [])).join(', ');
}
