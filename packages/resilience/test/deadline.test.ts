import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createDeadline, deadlineSignal } from '../src/index.ts';

it('a deadline aborts by itself as a timeout and then has nothing left', async () => {
  const deadline = createDeadline(20);
  expect(deadline.remainingMs()).toBeLessThanOrEqual(20);
  await once(deadline.signal, 'abort');
  expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
  expect(deadline.remainingMs()).toBe(0);
});

it('a deadline inside another never outlives it', () => {
  const parent = new AbortController();
  const deadline = createDeadline(60_000, parent.signal);
  expect(deadline.remainingMs()).toBeGreaterThan(59_000);
  parent.abort();
  expect(deadline.signal.aborted).toBe(true);
  expect(deadline.remainingMs()).toBe(0);
});

it('a deadline that is already past aborts in the next turn instead of throwing', async () => {
  await once(deadlineSignal(-5), 'abort');
  expect(deadlineSignal(60_000, AbortSignal.abort()).aborted).toBe(true);
});
