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
