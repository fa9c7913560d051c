import type { RunText } from '../../messages/escape.js';
import type { ButtonData, FrameData, ParagraphData } from './parts.js';

/** The data of `cards/confirm.json`: what is about to happen, and the two ways on. */
export interface ConfirmData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  /** What would be lost. */
  readonly items: readonly { readonly text: RunText }[];
  readonly afterwards: readonly ParagraphData[];
  readonly buttons: readonly ButtonData[];
}
