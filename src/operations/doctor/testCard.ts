import type { OutboundMessage } from '../../commands/ports.js';

/** A card that asks for nothing and changes nothing. */
export function testCard(version: string): OutboundMessage {
  const heading = 'This is a test';
  const sentence = `Group Concierge ${version} can write to you. There is nothing to do; whoever sets it up asked for this card.`;
  return {
    kind: 'card',
    summary: heading,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: `${heading}. ${sentence}`,
      body: [
        { type: 'TextBlock', text: heading, weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' },
        { type: 'TextBlock', text: sentence, wrap: true },
      ],
    },
  };
}
