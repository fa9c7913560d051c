/**
 * Takes the mentions of the bot out of a text, and puts `@{id}` in the place of those of people: who is meant stands in
 * the entity, and the shown name may be anything. The SDK's own function removes only the first mention, and throws on
 * what Teams is known to send (entities that are null, mentions without a text).
 */
export function readMentions(text: string, entities: readonly unknown[], botId: string): string {
  const rest = entities.reduce((left: string, entity) => {
    const {
      type,
      text: shown,
      mentioned,
    } = (entity ?? {}) as { type?: unknown; text?: unknown; mentioned?: { id?: unknown } | null };
    const id = mentioned?.id;
    if (type !== 'mention' || typeof shown !== 'string' || shown === '' || typeof id !== 'string') return left;
    return id === botId ? left.replaceAll(shown, ' ') : left.replaceAll(shown, ` @{${id.replace(/[{}\s]/g, '')}} `);
  }, text);
  return rest.trim();
}

/** Somebody whom a message mentions, as far as the client says who they are in the directory. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
  readonly channelUserId: string;
}

/** The channel's ids of those whom a message mentions without saying who they are in the directory, each once. */
export function readUnnamed(entities: readonly unknown[], botId: string): string[] {
  const ids = new Set<string>();
  for (const entity of entities) {
    const { type, mentioned } = (entity ?? {}) as { type?: unknown; mentioned?: Record<string, unknown> | null };
    const { id, aadObjectId } = mentioned ?? {};
    if (type !== 'mention' || typeof id !== 'string' || id === botId || id.length > 512) continue;
    if (!objectId.test(typeof aadObjectId === 'string' ? aadObjectId : id)) ids.add(id);
  }
  return [...ids];
}

/** So many people of one message are met by being mentioned. */
const mostMet = 20;

const objectId = /^(?:8:orgid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The people whom a message mentions with their object ids, each once; a name is a label, and only for who is new. */
export function readMentioned(entities: readonly unknown[], botId: string): Mentioned[] {
  const met = new Map<string, Mentioned>();
  for (const entity of entities) {
    const { type, mentioned } = (entity ?? {}) as { type?: unknown; mentioned?: Record<string, unknown> | null };
    const { id: channelUserId, name, aadObjectId } = mentioned ?? {};
    if (type !== 'mention' || typeof channelUserId !== 'string' || channelUserId === botId) continue;
    const [, id] = objectId.exec(typeof aadObjectId === 'string' ? aadObjectId : channelUserId) ?? [];
    if (id === undefined || typeof name !== 'string' || name.trim() === '' || name.length > 256) continue;
    if (met.size < mostMet) met.set(id.toLowerCase(), { id: id.toLowerCase(), name: name.trim(), channelUserId });
  }
  return [...met.values()];
}
