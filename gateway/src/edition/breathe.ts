import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets requests be served between the steps that make an edition: each takes tens of milliseconds, all of them a quarter of a second. */
export const breathe = (): Promise<void> => nextTurn();
