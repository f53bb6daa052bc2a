/** One event on its way. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

const MAXIMUM_ENTRIES = 10;
/** SNS takes 256 KB at once; attributes and the request's own text count too. */
const MAXIMUM_BYTES = 240 * 1024;

/** Batches as SNS takes them, in order. An entry that is too long by itself goes alone, for SNS to refuse. */
export const batchesOf = (entries: readonly Entry[]): ReadonlyArray<readonly Entry[]> => {
  const batches: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const bytes = Buffer.byteLength(entry.body);
    const current = batches.at(-1);
    if (current !== undefined && current.length < MAXIMUM_ENTRIES && bytes <= room) {
      current.push(entry);
      room -= bytes;
    } else {
      batches.push([entry]);
      room = MAXIMUM_BYTES - bytes;
    }
  }
  return batches;
};
