import type { Metrics } from '@qsr/telemetry';

/** What a consumer counts. All are labelled by consumer and type; a message that cannot be read is of type `unknown`. */
export const consumerMetrics = (metrics: Metrics | undefined, consumer: string) => {
  const labels = ['consumer', 'type'];
  const count = (name: string, help: string) => {
    const counter = metrics?.counter({ name, help, labels });
    return (type: string): void => counter?.add({ consumer, type });
  };
  const lag = metrics?.histogram({
    name: 'event_lag_seconds',
    help: 'Time from when an event happened until its effect was there',
    labels,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600],
  });
  return {
    handled: count('events_handled_total', 'Events whose effect is there'),
    duplicates: count('event_duplicates_total', 'Deliveries of events that had been handled before'),
    retries: count('event_retries_total', 'Tries that failed and were followed by another'),
    postponed: count('events_postponed_total', 'Events put off because something they need is away'),
    deadLetters: count('event_dead_letters_total', 'Events that went to the dead letters'),
    lag: (seconds: number, type: string): void => lag?.observe(Math.max(0, seconds), { consumer, type }),
  };
};
