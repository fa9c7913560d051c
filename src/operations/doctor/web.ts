/** An answer of the web, read to its end; `undefined` body where it was no JSON. */
export interface WebAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The server's clock, in milliseconds since 1970, where it told. */
  readonly serverTimeMs: number | undefined;
}

/** Why there was no answer, as far as that can be told apart. */
export interface WebSilence {
  readonly silence: 'noName' | 'refused' | 'late' | 'certificate' | 'unreachable';
}

/** Asks once, with a limit of time and without following redirects. */
export type Web = (url: string, init?: RequestInit) => Promise<WebAnswer | WebSilence>;

/** So long one question may take, in milliseconds. */
const patienceMs = 10_000;

/** The web as this process reaches it. */
export const askWeb: Web = async (url, init = {}) => {
  try {
    const response = await fetch(url, { redirect: 'manual', ...init, signal: AbortSignal.timeout(patienceMs) });
    const text = (await response.text()).slice(0, 1_000_000);
    const date = Date.parse(response.headers.get('date') ?? '');
    return { status: response.status, body: toJson(text), serverTimeMs: Number.isNaN(date) ? undefined : date };
  } catch (error) {
    return { silence: sortSilence(error) };
  }
};

/** In words, behind the name of the place. */
export function describeSilence({ silence }: WebSilence): string {
  return {
    noName: 'has no address: its name is not known to the DNS',
    refused: 'refuses the connection: nothing listens there',
    late: 'did not answer in 10 seconds',
    certificate: 'has a certificate that this machine does not trust',
    unreachable: 'cannot be reached',
  }[silence];
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sortSilence(error: unknown): WebSilence['silence'] {
  if (error instanceof Error && error.name === 'TimeoutError') return 'late';
  const { code = '' } = ((error as { cause?: unknown } | undefined)?.cause ?? {}) as { code?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'noName';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return 'late';
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code) ? 'certificate' : 'unreachable';
}
