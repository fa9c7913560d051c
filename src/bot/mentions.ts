/**
 * Takes the mentions of the bot out of a text. The SDK's own function removes only the first, and throws on what Teams
 * is known to send (entities that are null, mentions without a text).
 */
export function stripMentions(text: string, entities: readonly unknown[], botId: string): string {
  const ofBot = entities.flatMap((entity) => {
    const { type, text: shown, mentioned } = (entity ?? {}) as { type?: unknown; text?: unknown; mentioned?: { id?: unknown } | null };
    return type === 'mention' && mentioned?.id === botId && typeof shown === 'string' && shown !== '' ? [shown] : [];
  });
  return ofBot.reduce((rest, shown) => rest.replaceAll(shown, ' '), text).trim();
}
