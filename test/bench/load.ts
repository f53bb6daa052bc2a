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

/** Throws `OtherAnswer`. */
export const check = (answer: Message, { gateway, bytes }: Exchange): void => {
  if (answer.head.startsWith('HTTP/1.1 200') && answer.bytes === bytes) return;
  throw new OtherAnswer(
    `${gateway} gave ${answer.bytes} bytes where ${bytes} were expected: ${answer.head.slice(0, 300)}`,
  );
};

/** `latenciesMs` in any order. */
export const sliceOf = (latenciesMs: readonly number[], elapsedMs: number): Slice => ({
  requests: latenciesMs.length,
  elapsedMs,
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
    return sliceOf(latenciesMs, performance.now() - began);
  } finally {
    client.close();
  }
};
