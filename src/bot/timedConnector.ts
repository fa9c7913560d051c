import { ConnectorError, type Connector } from './connector.js';

type Method = 'GET' | 'POST' | 'PUT';

/** Is told that a call of the channel begins, and how it ended: `2xx`, `429`, `4xx`, `5xx` or `none` for silence. */
export type WatchConnector = (method: Method) => (result: string, seconds: number) => void;

/** The connector, with a watch on each call. */
export function timedConnector(connector: Connector, watch: WatchConnector): Connector {
  const timed = async <T>(method: Method, call: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const told = watch(method);
    let result = '2xx';
    try {
      return await call();
    } catch (error) {
      result = error instanceof ConnectorError ? resultOf(error.status) : 'none';
      throw error;
    } finally {
      told(result, (performance.now() - startedAt) / 1000);
    }
  };
  return {
    post: (serviceUrl, path, body) => timed('POST', () => connector.post(serviceUrl, path, body)),
    put: (serviceUrl, path, body) => timed('PUT', () => connector.put(serviceUrl, path, body)),
    get: (serviceUrl, path) => timed('GET', () => connector.get(serviceUrl, path)),
  };
}

function resultOf(status: number | undefined): string {
  if (status === undefined) return 'none';
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`;
}
