import { isFaultMode, type FaultMode, type FaultProxy, type FaultState } from '../proxy/proxy.ts';
import { faultModes } from '../proxy/modes.ts';
import { Problem } from '../problem.ts';

/** The parts of a stack that can be broken, each by the proxy in front of it. */
export type FaultyParts = ReadonlyMap<string, FaultProxy>;

/** The state of one part, as `npm run fault` prints it. */
export interface PartState extends FaultState {
  readonly part: string;
}

export const listFaults = (parts: FaultyParts): readonly PartState[] =>
  [...parts].map(([part, { state }]) => ({ part, ...state }));

/** Throws `Problem` listing what there is when the part or the mode is unknown. */
export const setFault = (parts: FaultyParts, part: string, wanted: { mode: string; delayMs?: number }): void => {
  const proxy = parts.get(part);
  if (proxy === undefined) throw new Problem(unknownPart(parts, part));
  if (!isFaultMode(wanted.mode)) {
    throw new Problem(`There is no mode "${wanted.mode}". Choose one of: ${faultModes.join(', ')}.`);
  }
  proxy.set(wanted.mode satisfies FaultMode, wanted.delayMs);
};

const unknownPart = (parts: FaultyParts, part: string): string =>
  part === 'redis'
    ? 'This stack has no Redis: it caches in each process. Start it with one: REDIS_URL=redis://127.0.0.1:6379 npm start'
    : `There is no part "${part}". Choose one of: ${[...parts.keys()].join(', ')}.`;
