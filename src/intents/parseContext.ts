/** When and where a click or a message is understood. */
export interface ParseContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name; UTC when it is missing or unknown. */
  readonly timeZone?: string;
}
