import type { OwnDeed } from '../../domain/ownDeed.js';
import type { Voice } from '../../messages/voice.js';

/** That whoever it is about hears of it; nothing where that is the reader. */
export function areTold(isOwn: OwnDeed['isOwn'], { say }: Voice): string | undefined {
  return isOwn ? undefined : say('shared.theyWereTold');
}

/** The same of what is only asked about. */
export function willBeTold(isOwn: OwnDeed['isOwn'], { say }: Voice): string | undefined {
  return isOwn ? undefined : say('shared.theyWillBeTold');
}
