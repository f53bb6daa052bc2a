import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What tells one series of a metric from another. Values come from small closed sets: never an id. */
export type Labels = Readonly<Record<string, string>>;

/** What a metric is. Asking again for the same name gives the same metric. */
export interface MetricDefinition {
  /** Snake case with its unit last: `_total` for counts, `_seconds` for times. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
}

/** The metrics of one process. */
export interface Metrics {
  counter(definition: MetricDefinition): { add(labels?: Labels, by?: number): void };
  /** `remove`: of what is no more, so that no series stays behind. */
  gauge(definition: MetricDefinition): { set(value: number, labels?: Labels): void; remove(labels: Labels): void };
  /** `buckets`: upper bounds, rising, in the unit of the name. */
  histogram(definition: MetricDefinition & { readonly buckets: readonly number[] }): {
    observe(value: number, labels?: Labels): void;
  };
  /** Everything there is, in the text format of Prometheus. */
  text(): Promise<string>;
}

/** Media type of `Metrics.text`. */
export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** Metrics of a service, with those of the process itself: memory, processor time, open files, event loop. */
export const createMetrics = (service: string): Metrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });

  const once = <T>(definition: MetricDefinition, create: (configuration: Configuration) => T): T =>
    (registry.getSingleMetric(definition.name) as T | undefined) ??
    create({
      name: definition.name,
      help: definition.help,
      labelNames: [...(definition.labels ?? [])],
      registers: [registry],
    });

  return {
    counter: (definition) => {
      const counter = once(definition, (configuration) => new Counter(configuration));
      return { add: (labels = {}, by = 1) => counter.inc(labels, by) };
    },
    gauge: (definition) => {
      const gauge = once(definition, (configuration) => new Gauge(configuration));
      return { set: (value, labels = {}) => gauge.set(labels, value), remove: (labels) => gauge.remove(labels) };
    },
    histogram: ({ buckets, ...definition }) => {
      const create = (configuration: Configuration) => new Histogram({ ...configuration, buckets: [...buckets] });
      const histogram = once(definition, create);
      return { observe: (value, labels = {}) => histogram.observe(labels, value) };
    },
    text: () => registry.metrics(),
  };
};

interface Configuration {
  readonly name: string;
  readonly help: string;
  labelNames: string[];
  registers: Registry[];
}
