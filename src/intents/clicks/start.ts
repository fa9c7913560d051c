import { z } from 'zod';
import { click, type Clicks } from './click.js';
import {} from './fields.js';

/** The buttons of welcome and help. */
export const startClicks = {
  showHelp: click(z.object({}), () => ({ kind: 'showHelp' })),
} satisfies Clicks;
