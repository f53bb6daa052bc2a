import { ulid } from '../kernel/ulid.ts';
import type { Id } from '../facts/common.ts';

/** Time part of ids that must not depend on the anchor: the day the brand opened its books. */
const OPENING = Date.UTC(2019, 3, 1);

/** Makes ids of catalogue things and customers; the same for every anchor. */
export type StableId = (kind: string, key: string | number) => Id;

export const stableIds =
  (seed: string): StableId =>
  (kind, key) =>
    ulid(kind, OPENING, seed, key);
