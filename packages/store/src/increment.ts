import { AppError } from '@qsr/errors';
import type { Bounds, Key } from './port.ts';
import { partitionProblem, sortProblem, type AnySpec } from './spec.ts';

/** How much to add, and the bounds of the outcome. */
export type Change = { readonly by: number } & Bounds;

/** The condition on the value before the change that keeps the value after it within the bounds. */
export interface Precondition {
  readonly lowest?: number;
  readonly highest?: number;
  /** True when an absent value, which counts as 0, may be changed too. */
  readonly absentFits: boolean;
}

/** Checks the arguments of an increment and moves its bounds to the value before the change. */
export const preconditionOf = (spec: AnySpec, key: Key, { by, minimum, maximum }: Change): Precondition => {
  const problem = partitionProblem(key.partition) ?? (key.sort === undefined ? undefined : sortProblem(key.sort));
  if (problem !== undefined) throw new AppError('INTERNAL_SERVER_ERROR', `table ${spec.name}: the key ${problem}`);
  if (!Number.isSafeInteger(by)) throw new TypeError(`table ${spec.name}: an increment must be a whole number`);
  return {
    ...(minimum === undefined ? {} : { lowest: minimum - by }),
    ...(maximum === undefined ? {} : { highest: maximum - by }),
    absentFits: by >= (minimum ?? -Infinity) && by <= (maximum ?? Infinity),
  };
};
