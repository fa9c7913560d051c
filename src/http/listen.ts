import type { Server } from 'restify';

/** Listens, or rejects with a sentence that tells an operator what to change. */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      reject(new Error(sentenceOfListening(error, host, port), { cause: error }));
    server.once('error', onError);
    server.listen(port, host, () => {
      server.removeListener('error', onError);
      resolve();
    });
  });
}

function sentenceOfListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken; set PORT to another one.`;
  if (error.code === 'EACCES')
    return `Port ${port} on ${host} needs rights that this process has not; set PORT to one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `${host} is no address of this machine; set HOST to one that is.`;
  return `Listening on port ${port} of ${host} failed (${error.code ?? error.message}); check PORT and HOST.`;
}
