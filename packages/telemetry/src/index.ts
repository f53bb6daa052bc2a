export { createLogger, type Logger } from './logger.ts';
export { createMetrics, METRICS_CONTENT_TYPE, type Labels, type MetricDefinition, type Metrics } from './metrics.ts';
