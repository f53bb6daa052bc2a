import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import { toAppError } from './failure.ts';
import type { LegacySessionOptions } from './options.ts';
import type { LegacyCall } from './http.ts';
import type { Transport } from './transport.ts';

/** How values of one kind are read by key. */
export interface KeyedReads<Value> {
  /** Whether a key can exist at all. One that cannot must not make the system refuse the others of its batch. */
  readonly isKey: (key: string) => boolean;
  /** The value of a key that does not exist. */
  readonly absent: Value;
  readonly single: (key: string) => LegacyCall<Value>;
  /** Answers how to look a key up in the answer; looking up throws where only this key failed. */
  readonly batch: (keys: readonly string[]) => LegacyCall<(key: string) => Value>;
  /** Most keys of one batch. */
  readonly batchLimit: number;
}

interface LoaderOptions<Value> {
  readonly service: string;
  readonly transport: Transport;
  readonly reads: KeyedReads<Value>;
  /** True where the system offers the batch read. */
  readonly bulk: boolean;
}

/** Calls of one request in flight where every key costs a call. */
const IN_FLIGHT = 8;

/**
 * Hides from its users whether the system has a batch read: N keys cost ⌈N/limit⌉ calls if it has one, else N calls of
 * which a few are in flight. Either way a key is asked for once, within one deadline, and fails alone where it can.
 */
export const createLoader = <Value>(
  { service, transport, reads, bulk }: LoaderOptions<Value>,
  session: LegacySessionOptions,
): DataLoader<string, Value> => {
  const limit = pLimit(IN_FLIGHT);
  const attempt = async (read: () => Value | Promise<Value>): Promise<Value | Error> => {
    try {
      return await read();
    } catch (error) {
      return toAppError(service, error);
    }
  };

  const readBatch = async (keys: readonly string[]) => {
    const find = await transport.send(reads.batch(keys), session);
    return Promise.all(keys.map((key) => attempt(() => find(key))));
  };
  const readEach = (keys: readonly string[]) => {
    const until = transport.deadline(session);
    return Promise.all(
      keys.map((key) => limit(() => attempt(() => transport.send(reads.single(key), session, until)))),
    );
  };

  return new DataLoader<string, Value>(
    async (asked) => {
      const keys = asked.filter(reads.isKey);
      if (keys.length === 0) return asked.map(() => reads.absent);
      const results = await (bulk ? readBatch(keys) : readEach(keys));
      const byKey = new Map(keys.map((key, index) => [key, results[index]]));
      return asked.map((key) => byKey.get(key) ?? reads.absent);
    },
    { maxBatchSize: bulk ? reads.batchLimit : Number.POSITIVE_INFINITY },
  );
};
