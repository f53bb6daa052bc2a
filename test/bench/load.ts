import { Pool } from 'undici';

/** What a slice of load found. Times in ms. */
export interface Slice {
  readonly requests: number;
  readonly elapsedMs: number;
  readonly latenciesMs: readonly number[];
}

/** Thrown for an answer that is not the one that this gateway gave before. */
export class OtherAnswer extends Error {}

/** Keeps so many requests under way for so long, each of them the same, and checks every answer. */
export const load = async (
  url: string,
  { body, expected, connections, ms }: { body: string; expected: string; connections: number; ms: number },
): Promise<Slice> => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const latenciesMs: number[] = [];
  const began = performance.now();
  const ask = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      const sent = performance.now();
      const response = await pool.request({ method: 'POST', path: pathname, headers, body });
      const text = await response.body.text();
      if (text.length !== expected.length) throw new OtherAnswer(`${response.statusCode} ${text.slice(0, 300)}`);
      latenciesMs.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, ask));
    return { requests: latenciesMs.length, elapsedMs: performance.now() - began, latenciesMs };
  } finally {
    await pool.destroy();
  }
};
