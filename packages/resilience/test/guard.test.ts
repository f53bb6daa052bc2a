import type { AppError } from '@qsr/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPolicy, OutOfTime } from '../src/index.ts';
import { codeOf, options, succeed } from './support.ts';

const late = (waitedMs: number) => () => Promise.reject(new OutOfTime(waitedMs));
const forever = () => Number.POSITIVE_INFINITY;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('work that keeps its own time', () => {
  it('is answered as it answers', async () => {
    expect(await createPolicy(options).guard(succeed, forever)).toBe('answer');
  });

  it('tells a system that hangs from callers without patience', async () => {
    const policy = createPolicy(options);
    for (let index = 0; index < 20; index += 1)
      expect(await codeOf(policy.guard(late(399), forever))).toBe('DOWNSTREAM_TIMEOUT');
    expect(policy.state()).toBe('closed');
    for (let index = 0; index < 20; index += 1) await codeOf(policy.guard(late(400), forever));
    expect(policy.state()).toBe('open');
  });

  it('is not begun, and not waited for, when no time is left', async () => {
    const policy = createPolicy({ ...options, concurrency: 1, queue: 10 });
    const work = vi.fn(succeed);
    const before = Promise.withResolvers<string>();
    const first = policy.guard(() => before.promise, forever);
    const waiting = codeOf(policy.guard(work, () => 500));
    await vi.advanceTimersByTimeAsync(500);
    expect(await waiting).toBe('DOWNSTREAM_TIMEOUT');
    expect(await codeOf(policy.guard(work, () => 0))).toBe('DOWNSTREAM_TIMEOUT');
    expect(work).not.toHaveBeenCalled();
    before.resolve('answer');
    await first;
    expect(await policy.guard(work, forever)).toBe('answer');
  });

  it('that throws instead of rejecting has failed, and keeps no slot', async () => {
    const policy = createPolicy({ ...options, concurrency: 1 });
    const broken = () => {
      throw new Error('no such host');
    };
    expect(await codeOf(policy.guard(broken, forever))).toBe('DOWNSTREAM_UNAVAILABLE');
    expect(await codeOf(policy.execute(broken))).toBe('DOWNSTREAM_UNAVAILABLE');
    expect(vi.getTimerCount()).toBe(0);
    expect(await policy.guard(succeed, forever)).toBe('answer');
  });

  it('is answered by its rescue in place of an error, whether it failed or was not let in', async () => {
    const policy = createPolicy(options);
    const codes: unknown[] = [];
    const rescue = (error: unknown): string => {
      codes.push((error as AppError).code);
      return 'rescued';
    };
    for (let index = 0; index < 20; index += 1) expect(await policy.guard(late(800), forever, rescue)).toBe('rescued');
    expect(await policy.guard(succeed, forever, rescue)).toBe('rescued');
    expect(codes).toStrictEqual([...Array<string>(20).fill('DOWNSTREAM_TIMEOUT'), 'DOWNSTREAM_UNAVAILABLE']);
    expect(await createPolicy(options).guard(succeed, forever, rescue)).toBe('answer');
  });

  it('is refused after it waited for a trial that failed', async () => {
    const policy = createPolicy(options);
    for (let index = 0; index < 20; index += 1) await codeOf(policy.guard(late(800), forever));
    vi.advanceTimersByTime(10_000);
    const calls = [policy.guard(late(800), forever), policy.guard(succeed, forever)].map(codeOf);
    expect(await Promise.all(calls)).toEqual(['DOWNSTREAM_TIMEOUT', 'DOWNSTREAM_UNAVAILABLE']);
  });
});
