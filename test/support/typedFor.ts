import type { Suggestion } from '../../src/domain/start/suggestions.js';
import { voiceFor } from '../../src/messages/voice.js';

/** A suggestion as it is typed. */
export function typedFor({ command, name = '', person = '' }: Suggestion): string {
  return voiceFor({ now: 0 }).command(`commands.try.${command}`, { name, person });
}
