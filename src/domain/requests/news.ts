/** What happened to requests, told to whom it concerns. */
export type RequestNews = {
  readonly code: 'requestSuperseded';
  readonly group: string;
  readonly groupId: string;
  readonly requestId: string;
  readonly why: 'ownersOnly' | 'open' | 'deleted';
};
