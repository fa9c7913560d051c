import http from 'node:http';
import https from 'node:https';

/** A call, with a JSON body where it has one. */
export interface JsonCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  /** A bearer token, where the service asks for one. */
  readonly token: string | undefined;
  readonly body?: object;
}

/** What was answered, whatever it was. */
export interface JsonAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | undefined;
}

/** Makes one call, once: it follows no redirect and repeats nothing. Rejects where no whole answer came in time. */
export type CallJson = (call: JsonCall) => Promise<JsonAnswer>;

/** Calls that share kept connections; each may take so long, in milliseconds. */
export function createJsonCaller(timeoutMs: number): CallJson {
  const agents = { plain: new http.Agent({ keepAlive: true }), safe: new https.Agent({ keepAlive: true }) };
  return ({ method, url, token, body }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const isSafe = url.startsWith('https:');
      const request = (isSafe ? https : http).request(url, {
        method,
        agent: isSafe ? agents.safe : agents.plain,
        headers: {
          accept: 'application/json',
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      });
      const patience = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
      request.on('close', () => clearTimeout(patience));
      request.on('error', (error: NodeJS.ErrnoException) => reject(new Error(error.message || error.code)));
      request.on('response', (response) => {
        response.setEncoding('utf8');
        let answer = '';
        response.on('data', (chunk: string) => (answer += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: answer, retryAfter: response.headers['retry-after'] }),
        );
        response.on('error', reject);
      });
      request.end(text);
    });
}
