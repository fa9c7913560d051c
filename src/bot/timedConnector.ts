import { ConnectorError, type Connector } from './connector.js';

/** Hears how long a call of the channel took and how it ended: `2xx`, `429`, `4xx`, `5xx` or `none` for silence. */
export type ObserveConnector = (method: 'POST' | 'PUT', result: string, seconds: number) => void;

/** The connector, with a watch on each call. */
export function timedConnector(connector: Connector, observe: ObserveConnector): Connector {
  const timed = async (method: 'POST' | 'PUT', call: () => Promise<string>): Promise<string> => {
    const startedAt = performance.now();
    let result = '2xx';
    try {
      return await call();
    } catch (error) {
      result = error instanceof ConnectorError ? resultOf(error.status) : 'none';
      throw error;
    } finally {
      observe(method, result, (performance.now() - startedAt) / 1000);
    }
  };
  return {
    post: (serviceUrl, path, body) => timed('POST', () => connector.post(serviceUrl, path, body)),
    put: (serviceUrl, path, body) => timed('PUT', () => connector.put(serviceUrl, path, body)),
  };
}

function resultOf(status: number | undefined): string {
  if (status === undefined) return 'none';
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`;
}
