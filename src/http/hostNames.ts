import type { IncomingMessage } from 'node:http';

/**
 * The names by which a request may call a server that believes everybody who reaches it: a page in somebody's browser
 * reaches it, too, once its own name was bound anew to this machine, but then says that name.
 */
export function localHostNames(listeningOn: string): ReadonlySet<string> {
  const own = listeningOn.includes(':') ? `[${listeningOn}]` : listeningOn;
  return new Set(['localhost', '127.0.0.1', '[::1]', own]);
}

const hostAndPort = /^(\[[\da-f:.]*\]|[^:[\]]*)(?::\d{1,5})?$/i;

/** Whether the request calls the server by one of these names; the port is not asked for. */
export function callsBy(names: ReadonlySet<string>, request: IncomingMessage): boolean {
  return names.has(hostAndPort.exec(request.headers.host ?? '')?.[1]?.toLowerCase() ?? '');
}
