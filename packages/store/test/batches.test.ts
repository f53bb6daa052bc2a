import { expect, it } from 'vitest';
import { writeInBatches } from '../src/batches.ts';

const numbers = function* (length: number, onTake: (number: number) => void): Generator<number> {
  for (let number = 0; number < length; number += 1) {
    onTake(number);
    yield number;
  }
};

it('an import takes no more from its source than four batches while none is written', async () => {
  let taken = 0;
  const source = numbers(1000, () => (taken += 1));
  const started: (() => void)[] = [];
  const four = Promise.withResolvers<undefined>();
  const write = (): Promise<void> =>
    new Promise((resolve) => {
      started.push(resolve);
      if (started.length === 4) four.resolve(undefined);
    });

  const written = writeInBatches(source, 10, write);
  await four.promise;
  expect(taken).toBe(40);

  const release = setInterval(() => started.splice(0).forEach((resolve) => resolve()));
  expect(await written).toBe(1000);
  clearInterval(release);
});

it('an import ends at the first failure and closes its source', async () => {
  let taken = 0;
  const source = numbers(1000, () => (taken += 1));
  const write = (batch: readonly number[]): Promise<void> =>
    batch.includes(35) ? Promise.reject(new Error('full')) : Promise.resolve();

  await expect(writeInBatches(source, 10, write)).rejects.toThrow('full');
  expect(taken).toBeLessThan(200);
  expect(source.next().done).toBe(true);
});
