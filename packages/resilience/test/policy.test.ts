import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPolicy, type BreakerState, type PolicyOptions } from '../src/index.ts';
import { codeOf, options, succeed } from './support.ts';

const fail = () => Promise.reject(new Error('connection refused'));
/** Ignores its signal, like a socket into a black hole. */
const hang = () => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the breaker', () => {
  const observed = (overrides: Partial<PolicyOptions> = {}) => {
    const states: BreakerState[] = [];
    const policy = createPolicy({ ...options, ...overrides, onStateChange: (state) => states.push(state) });
    const run = async (times: number, work: () => Promise<unknown>) => {
      for (let index = 0; index < times; index += 1) await policy.execute(work).catch(() => undefined);
    };
    return { policy, states, run };
  };

  it('stays closed below the minimum number of calls and opens with the call that reaches it', async () => {
    const { policy, run } = observed();
    await run(19, fail);
    expect(policy.state()).toBe('closed');
    await run(1, fail);
    expect(policy.state()).toBe('open');
  });

  it('refuses at once while open, tries one call after the pause, and closes when that succeeds', async () => {
    const { policy, states, run } = observed();
    await run(20, fail);
    const work = vi.fn(succeed);
    vi.advanceTimersByTime(9_999);
    expect(await codeOf(policy.execute(work))).toBe('DOWNSTREAM_UNAVAILABLE');
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(await policy.execute(work)).toBe('answer');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again for a whole pause when the trial fails', async () => {
    const { policy, states, run } = observed();
    await run(20, fail);
    vi.advanceTimersByTime(10_000);
    await run(1, fail);
    vi.advanceTimersByTime(9_999);
    await run(1, succeed);
    expect(policy.state()).toBe('open');
    vi.advanceTimersByTime(1);
    await run(1, succeed);
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('forgets by the clock: a busy minute followed by a quiet hour does not outvote twenty failures', async () => {
    const { policy, run } = observed();
    await run(5_000, succeed);
    vi.advanceTimersByTime(3_600_000);
    await run(20, fail);
    expect(policy.state()).toBe('open');
  });

  it('does not add up failures that are further apart than its window', async () => {
    const { policy, run } = observed();
    for (let minute = 0; minute < 30; minute += 1) {
      await run(1, fail);
      vi.advanceTimersByTime(60_000);
    }
    expect(policy.state()).toBe('closed');
  });

  it('keeps closed under 49 % failures and opens at 50 %', async () => {
    const { policy, run } = observed();
    await run(51, succeed);
    await run(49, fail);
    expect(policy.state()).toBe('closed');
    await run(2, fail);
    expect(policy.state()).toBe('open');
  });

  it('passes refusals through as thrown and never opens for them', async () => {
    class Refusal extends Error {}
    const { policy, run } = observed({ isFailure: (error) => !(error instanceof Refusal) });
    const refuse = () => Promise.reject(new Refusal('not enough points'));
    await run(100, refuse);
    expect(policy.state()).toBe('closed');
    await expect(policy.execute(refuse)).rejects.toBeInstanceOf(Refusal);
  });

  it('opens for a system that hangs, also when the deadlines of the callers are shorter than the timeout', async () => {
    const { policy } = observed();
    const callers = Array.from({ length: 20 }, () => {
      const caller = new AbortController();
      setTimeout(() => caller.abort(), 500);
      return codeOf(policy.execute(hang, caller.signal));
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(new Set(await Promise.all(callers))).toEqual(new Set(['DOWNSTREAM_TIMEOUT']));
    expect(policy.state()).toBe('open');
  });

  it('does not open for callers that leave early, and does not close for a trial that nobody waited for', async () => {
    const { policy, states, run } = observed();
    const leave = async (times: number) => {
      const caller = new AbortController();
      const calls = Array.from({ length: times }, () => codeOf(policy.execute(hang, caller.signal)));
      await vi.advanceTimersByTimeAsync(10);
      caller.abort();
      await Promise.all(calls);
      await vi.advanceTimersByTimeAsync(0);
    };
    await leave(50);
    expect(policy.state()).toBe('closed');
    await run(20, fail);
    vi.advanceTimersByTime(10_000);
    await leave(1);
    expect(states).toEqual(['open', 'half-open', 'open']);
  });

  it('lets calls that come during a trial wait for its end', async () => {
    const { policy, run } = observed();
    await run(20, fail);
    vi.advanceTimersByTime(10_000);
    const trial = Promise.withResolvers<string>();
    const work = vi.fn(succeed);
    const calls = [policy.execute(() => trial.promise), policy.execute(work), policy.execute(work)];
    await vi.advanceTimersByTimeAsync(1);
    expect(work).not.toHaveBeenCalled();
    trial.resolve('back');
    expect(await Promise.all(calls)).toEqual(['back', 'answer', 'answer']);
  });

  it('follows an injected clock alone', async () => {
    let time = 0;
    const { policy, run } = observed({ now: () => time });
    await run(20, fail);
    vi.advanceTimersByTime(60_000);
    await run(1, succeed);
    expect(policy.state()).toBe('open');
    time += 10_000;
    await run(1, succeed);
    expect(policy.state()).toBe('closed');
  });
});

describe('the timeout', () => {
  it('ends an attempt that hangs, tells the work so, and names the system', async () => {
    const policy = createPolicy(options);
    let seen: AbortSignal | undefined;
    const call = policy.execute((signal) => {
      seen = signal;
      return hang();
    });
    const failure = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(800);
    expect(await failure).toMatchObject({
      code: 'DOWNSTREAM_TIMEOUT',
      extensions: { service: 'legacy-loyalty', retryable: true },
    });
    expect(seen?.aborted).toBe(true);
  });

  it('leaves nothing behind that waits when the caller leaves work that never settles', async () => {
    const caller = new AbortController();
    const call = codeOf(createPolicy(options).execute(hang, caller.signal));
    await vi.advanceTimersByTimeAsync(10);
    caller.abort();
    expect(await call).toBe('DOWNSTREAM_TIMEOUT');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin work for a caller whose time is already up', async () => {
    const work = vi.fn(succeed);
    expect(await codeOf(createPolicy(options).execute(work, AbortSignal.abort()))).toBe('DOWNSTREAM_TIMEOUT');
    expect(work).not.toHaveBeenCalled();
  });
});

describe('the bulkhead', () => {
  it('lets so many in, makes so many wait, and refuses the rest at once without counting them', async () => {
    const policy = createPolicy({ ...options, concurrency: 2, queue: 1 });
    const release = Promise.withResolvers<string>();
    const work = vi.fn(() => release.promise);
    const calls = Array.from({ length: 30 }, () => codeOf(policy.execute(work)));
    await vi.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(2);
    release.resolve('answer');
    const answers = await Promise.all(calls);
    expect(answers.slice(0, 3)).toEqual(['answer', 'answer', 'answer']);
    expect(answers.slice(3)).toEqual(Array.from({ length: 27 }, () => 'DOWNSTREAM_UNAVAILABLE'));
    expect(policy.state()).toBe('closed');
  });
});

describe('retries', () => {
  const warmed = async (overrides: Partial<PolicyOptions> = {}) => {
    const policy = createPolicy({ ...options, retry: { attempts: 3 }, random: () => 0.5, ...overrides });
    for (let index = 0; index < 100; index += 1) await policy.execute(succeed);
    return policy;
  };

  it('repeat a read with growing, jittered pauses until it succeeds', async () => {
    const policy = await warmed();
    const startedAt = Date.now();
    const moments: number[] = [];
    const call = policy.execute(() => {
      moments.push(Date.now() - startedAt);
      return moments.length < 3 ? fail() : succeed();
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await call).toBe('answer');
    expect(moments).toEqual([0, 12, 37]);
  });

  it('happen only where the policy asks for them', async () => {
    const policy = createPolicy(options);
    for (let index = 0; index < 100; index += 1) await policy.execute(succeed);
    const work = vi.fn(fail);
    expect(await codeOf(policy.execute(work))).toBe('DOWNSTREAM_UNAVAILABLE');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('never exceed ten percent of the calls, from the first call on', async () => {
    const policy = createPolicy({
      ...options,
      retry: { attempts: 3 },
      breaker: { ...options.breaker, minimumCalls: 10_000 },
    });
    let attempts = 0;
    for (let calls = 1; calls <= 300; calls += 1) {
      const call = codeOf(
        policy.execute(() => {
          attempts += 1;
          return fail();
        }),
      );
      await vi.runAllTimersAsync();
      await call;
      expect(attempts).toBeLessThanOrEqual(1.1 * calls);
    }
    expect(attempts).toBe(330);
  });

  it('stop when the caller has no time left, and the caller is told at once', async () => {
    const policy = await warmed({ retry: { attempts: 3, baseMs: 10_000, capMs: 10_000 } });
    const caller = new AbortController();
    const work = vi.fn(fail);
    const call = codeOf(policy.execute(work, caller.signal));
    setTimeout(() => caller.abort(), 100);
    await vi.advanceTimersByTimeAsync(100);
    expect(await call).toBe('DOWNSTREAM_TIMEOUT');
    await vi.runAllTimersAsync();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('are not spent on errors that another attempt cannot mend', async () => {
    const policy = await warmed({
      retry: { attempts: 3, isRetryable: (error) => error instanceof Error && error.message !== 'bad credentials' },
    });
    const work = vi.fn(() => Promise.reject(new Error('bad credentials')));
    expect(await codeOf(policy.execute(work))).toBe('DOWNSTREAM_UNAVAILABLE');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
