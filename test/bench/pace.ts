import { check, sliceOf, type Exchange, type Slice } from './load.ts';
import { median } from './rows.ts';
import { watchCore, watchLoop, type Stall } from './stalls.ts';
import { Client } from './wire.ts';

/** So long at the beginning is not counted, in ms: connections are opened. */
const OPENING_MS = 500;

/** A constant rate. */
interface Pace {
  readonly rps: number;
  readonly ms: number;
  /**
   * So many requests are under way at most; whatever is due above that waits here, and counts as if it had been sent. More
   * than saturate a gateway make it slower: after one stall it would not get out of its backlog again.
   */
  readonly connections: number;
  /** How much of its core the gateway needs for it, from 0 to 1. */
  readonly busy: number;
  /** Where the gateway runs. */
  readonly core: number;
}

/** What a slice at a constant rate found. */
export interface Paced extends Slice {
  /** How many of the requests are not counted because a core was stalled, from 0 to 1. */
  readonly leftOut: number;
}

/** A request: when it was due, and how long after that its answer came, in ms. */
interface Timed {
  readonly dueMs: number;
  readonly tookMs: number;
}

/** Sends what is due, and waits for all answers. Rejects with `OtherAnswer`. */
const send = async (exchange: Exchange, { rps, ms, connections }: Pace): Promise<readonly Timed[]> => {
  const client = new Client(exchange.url, 'counted');
  const total = Math.max(1, Math.floor((rps * ms) / 1000));
  const timed: Timed[] = [];
  const began = performance.now();
  const dueAt = (index: number): number => began + (index * 1000) / rps;
  const failed = Promise.withResolvers<never>();
  let sent = 0;
  let underWay = 0;
  const worker = async (): Promise<void> => {
    underWay += 1;
    while (sent < total && dueAt(sent) <= performance.now()) {
      const dueMs = dueAt(sent);
      sent += 1;
      check(await client.post(exchange.body), exchange);
      if (dueMs - began >= OPENING_MS) timed.push({ dueMs, tookMs: performance.now() - dueMs });
    }
    underWay -= 1;
  };
  const workers: Promise<void>[] = [];
  const begin = async (): Promise<void> => {
    while (sent < total) {
      while (sent < total && underWay < connections && dueAt(sent) <= performance.now()) {
        workers.push(worker().catch(failed.reject));
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(workers);
  };
  try {
    await Promise.race([begin(), failed.promise]);
    return timed;
  } finally {
    client.close();
  }
};

const latenciesOf = (timed: readonly Timed[]): readonly number[] => timed.map(({ tookMs }) => tookMs);

/** So many medians before a stall, a request is late by itself when the stall finds it under way. */
const MEDIANS = 3;

/**
 * Leaves out what was due during a stall, shortly before, or while whoever was behind caught up with what it had to spare.
 * How long a request took decides nothing: otherwise the slow ones would be left out more often than the quick ones.
 */
const withoutStalls = (timed: readonly Timed[], stalls: readonly Stall[], busy: number): readonly Timed[] => {
  const beforeMs = MEDIANS * median(latenciesOf(timed));
  const windows = stalls.map(({ fromMs, toMs }) => ({
    fromMs: fromMs - beforeMs,
    toMs: toMs + ((toMs - fromMs) * busy) / (1 - busy),
  }));
  return timed.filter(({ dueMs }) => !windows.some(({ fromMs, toMs }) => dueMs > fromMs && dueMs < toMs));
};

/**
 * Sends so many requests a second for so long, however long the answers take: a slow answer does not put off the next
 * request. Latencies count from when a request was due.
 */
export const openLoop = async (exchange: Exchange, pace: Pace): Promise<Paced> => {
  const watches = [await watchCore(pace.core), watchLoop()];
  try {
    const began = performance.now();
    const timed = await send(exchange, { ...pace, ms: OPENING_MS + pace.ms });
    const elapsedMs = performance.now() - began - OPENING_MS;
    const stalls = (await Promise.all(watches.map((watch) => watch.stop()))).flat();
    const counted = withoutStalls(timed, stalls, pace.busy);
    const slice = sliceOf(latenciesOf(counted), elapsedMs);
    return { ...slice, requests: timed.length, leftOut: 1 - counted.length / timed.length };
  } finally {
    for (const watch of watches) void watch.stop();
  }
};
