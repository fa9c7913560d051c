/** What happened to the history, told to whom it concerns. */
export type HistoryNews =
  | { readonly code: 'auditVerified'; readonly entries: number; readonly erased: number; readonly hash: string }
  | { readonly code: 'auditBroken'; readonly sequence: number; readonly problem: string }
  | { readonly code: 'fileReady'; readonly fileName: string; readonly rows: number; readonly url: string };
