/**
 * Settles with the promise, or rejects as soon as the signal aborts. The driver cannot take back a write that is on
 * its way; nobody waits for it any more, and the socket timeout ends it.
 */
export const abandonable = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const abort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  return promise;
};
