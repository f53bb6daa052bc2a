import { Client, type Message } from './wire.ts';

/** A request that is sent again and again, and how long the body of its answer is, in bytes. */
export interface Exchange {
  /** Who is asked, for messages. */
  readonly gateway: string;
  readonly url: string;
  readonly body: string;
  readonly bytes: number;
}

/** What a slice of load found. Times in ms; latencies in ascending order. */
export interface Slice {
  readonly requests: number;
  readonly elapsedMs: number;
  readonly latenciesMs: Float64Array;
}

/** Thrown for an answer that is not the one that this gateway gave before. */
export class OtherAnswer extends Error {}

const check = (answer: Message, { gateway, bytes }: Exchange): void => {
  if (answer.head.startsWith('HTTP/1.1 200') && answer.bytes === bytes) return;
  throw new OtherAnswer(
    `${gateway} gave ${answer.bytes} bytes where ${bytes} were expected: ${answer.head.slice(0, 300)}`,
  );
};

const sliceOf = (latenciesMs: readonly number[], began: number): Slice => ({
  requests: latenciesMs.length,
  elapsedMs: performance.now() - began,
  latenciesMs: Float64Array.from(latenciesMs).sort(),
});

/** Keeps so many requests under way for so long. */
export const closedLoop = async (
  exchange: Exchange,
  { connections, ms }: { readonly connections: number; readonly ms: number },
): Promise<Slice> => {
  const client = new Client(exchange.url, 'counted');
  const latenciesMs: number[] = [];
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (let sent = began; sent - began < ms; sent = performance.now()) {
      check(await client.post(exchange.body), exchange);
      latenciesMs.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
    return sliceOf(latenciesMs, began);
  } finally {
    client.close();
  }
};

/** So many requests are under way at most; whatever is due above that waits here, and counts as if it had been sent. */
const MOST_UNDER_WAY = 256;

/** So long at the beginning is not counted, in ms: connections are opened. */
const OPENING_MS = 500;

/**
 * Sends so many requests a second for so long, however long the answers take: a slow answer does not put off the next
 * request. Latencies count from when a request was due.
 */
export const openLoop = async (
  exchange: Exchange,
  { rps, ms: countedMs }: { readonly rps: number; readonly ms: number },
): Promise<Slice> => {
  const ms = OPENING_MS + countedMs;
  const client = new Client(exchange.url, 'counted');
  const total = Math.max(1, Math.floor((rps * ms) / 1000));
  const latenciesMs: number[] = [];
  const began = performance.now();
  const dueAt = (index: number): number => began + (index * 1000) / rps;
  const failed = Promise.withResolvers<never>();
  let sent = 0;
  let underWay = 0;
  const worker = async (): Promise<void> => {
    underWay += 1;
    while (sent < total && dueAt(sent) <= performance.now()) {
      const due = dueAt(sent);
      sent += 1;
      check(await client.post(exchange.body), exchange);
      if (due - began >= OPENING_MS) latenciesMs.push(performance.now() - due);
    }
    underWay -= 1;
  };
  const workers: Promise<void>[] = [];
  const pace = async (): Promise<void> => {
    while (sent < total) {
      while (sent < total && underWay < MOST_UNDER_WAY && dueAt(sent) <= performance.now()) {
        workers.push(worker().catch(failed.reject));
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(workers);
  };
  try {
    await Promise.race([pace(), failed.promise]);
    return sliceOf(latenciesMs, began + OPENING_MS);
  } finally {
    client.close();
  }
};
