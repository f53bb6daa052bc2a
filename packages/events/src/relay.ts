import type { Metrics } from '@qsr/telemetry';
import type { EventBus, PublishResult } from './bus.ts';
import { backoffMs, systemClock, type Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { OutboxSource, Pending } from './outbox.ts';

/** What a relay needs. */
export interface RelayOptions {
  readonly sources: readonly OutboxSource[];
  readonly bus: EventBus;
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
  /** Pause in ms after a round that found nothing, unless nudged. Default 500. */
  readonly pollMs?: number;
  readonly clock?: Clock;
}

/** Takes events from outboxes to the bus, at least once each. Any number may run at a time. */
export interface Relay {
  /** One round over all sources; answers how many events were published. Never rejects: what failed stays pending. */
  runOnce(): Promise<number>;
  start(): void;
  /** Ends the round under way and makes a last one. */
  stop(): Promise<void>;
  /** Starts the next round now. */
  nudge(): void;
}

/** How one round went. */
interface Round {
  readonly published: number;
  readonly failed: boolean;
}

/** Aggregates a round takes from each source. */
const BATCH = 100;
const RETRY = { firstMs: 200, capMs: 10_000 };

const instruments = (metrics: Metrics | undefined) => ({
  lag: metrics?.gauge({
    name: 'outbox_oldest_pending_seconds',
    help: 'How long the oldest event of a table waits to be published',
    labels: ['source'],
  }),
  published: metrics?.counter({
    name: 'events_published_total',
    help: 'Events that the bus took',
    labels: ['type'],
  }),
  failures: metrics?.counter({
    name: 'event_publish_failures_total',
    help: 'Events that the bus did not take, counted at each try',
    labels: ['source'],
  }),
});

const partition = <T>(values: readonly T[], holds: (value: T) => boolean): readonly [readonly T[], readonly T[]] => [
  values.filter(holds),
  values.filter((value) => !holds(value)),
];

/** Publishes what waits in one source and takes what went out of its outboxes. */
const relaySource = (source: OutboxSource, { bus, log, metrics, clock = systemClock }: RelayOptions) => {
  const { lag, published, failures } = instruments(metrics);

  const settle = async (pending: Pending, results: ReadonlyMap<string, PublishResult>): Promise<number> => {
    const [gone, missed] = partition(pending.events, ({ id }) => results.get(id)?.published === true);
    for (const { type } of gone) published?.add({ type });
    for (const { id, type } of missed) {
      failures?.add({ source: source.name });
      log.warn(
        { source: source.name, event: id, type, reason: results.get(id)?.reason },
        'the bus did not take an event',
      );
    }
    const ids = gone.map(({ id }) => id);
    if (ids.length > 0) await source.published(pending, ids);
    return gone.length;
  };

  return async (): Promise<Round> => {
    const batch = await source.pending(BATCH);
    const since = Date.parse(batch[0]?.since ?? '');
    lag?.set(Number.isNaN(since) ? 0 : Math.max(0, clock.now().getTime() - since) / 1_000, { source: source.name });
    if (batch.length === 0) return { published: 0, failed: false };
    const answers = await bus.publish(batch.flatMap(({ events }) => events));
    const results = new Map(answers.map((result) => [result.id, result]));
    const counts = await Promise.all(batch.map((pending) => settle(pending, results)));
    const count = counts.reduce((sum, one) => sum + one, 0);
    return { published: count, failed: count < batch.reduce((sum, { events }) => sum + events.length, 0) };
  };
};

/** Makes the relay of a process. */
export const createRelay = (options: RelayOptions): Relay => {
  const { log, pollMs = 500, clock = systemClock } = options;
  const stopping = new AbortController();
  const rounds = options.sources.map((source) => ({ source, run: relaySource(source, options) }));
  let wake = new AbortController();
  let loop: Promise<void> | undefined;

  const round = async (): Promise<Round> => {
    const results = await Promise.all(
      rounds.map(({ source, run }) =>
        run().catch((error: unknown): Round => {
          log.warn({ err: error, source: source.name }, 'events could not be relayed; they stay in their outboxes');
          return { published: 0, failed: true };
        }),
      ),
    );
    return {
      published: results.reduce((sum, { published }) => sum + published, 0),
      failed: results.some(({ failed }) => failed),
    };
  };

  /** A nudge during the round before ends it at once. */
  const rest = async (): Promise<void> => {
    await clock.sleep(pollMs, wake.signal);
    wake = new AbortController();
  };
  // A function, because the signal changes while nobody looks.
  const isStopping = (): boolean => stopping.signal.aborted;

  const repeat = async (): Promise<void> => {
    for (let failures = 0; ;) {
      const { published, failed } = await round();
      failures = failed ? failures + 1 : 0;
      if (isStopping()) return;
      if (failed) await clock.sleep(backoffMs(clock, failures - 1, RETRY), stopping.signal);
      else if (published === 0) await rest();
    }
  };

  return {
    runOnce: async () => (await round()).published,
    start: () => {
      loop ??= repeat();
    },
    stop: async () => {
      stopping.abort();
      wake.abort();
      await loop;
      await round();
    },
    nudge: () => wake.abort(),
  };
};
