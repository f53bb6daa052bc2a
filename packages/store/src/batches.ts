/** Writes in flight at once while importing. */
const PARALLEL_BATCHES = 4;

async function* batchesOf<Item>(items: AsyncIterable<Item> | Iterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Writes all items in batches, four at a time, and asks the source for no more than that. Resolves with the number of
 * items. The first failure ends it after the batches in flight.
 */
export const writeInBatches = async <Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size: number,
  write: (batch: readonly Item[]) => Promise<void>,
): Promise<number> => {
  const batches = batchesOf(items, size);
  const worker = async (): Promise<number> => {
    let written = 0;
    for await (const batch of batches) {
      await write(batch);
      written += batch.length;
    }
    return written;
  };
  const counts = await Promise.all(Array.from({ length: PARALLEL_BATCHES }, worker));
  return counts.reduce((total, count) => total + count, 0);
};

/** Cuts a list into pieces of at most `size`. */
export const chunksOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
