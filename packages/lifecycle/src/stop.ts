import { STOP } from './messages.ts';

/** Resolves with the reason to stop: a signal, a parent's word, or the loss of the parent that watches this process. */
export const stopRequested = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
    process.once('disconnect', () => resolve('parent gone'));
    // Gone before this one could listen to it.
    if (process.send !== undefined && !process.connected) resolve('parent gone');
    process.on('message', (message) => {
      if (message === STOP) resolve('parent stops');
    });
  });
