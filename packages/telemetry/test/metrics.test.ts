import { expect, it } from 'vitest';
import { createMetrics } from '../src/index.ts';

it('metrics of one name are one metric, whoever asks for it, and carry their service', async () => {
  const metrics = createMetrics('orders');
  const definition = { name: 'refunds_total', help: 'Refunds', labels: ['kind'] };
  metrics.counter(definition).add({ kind: 'full' });
  metrics.counter(definition).add({ kind: 'full' }, 2);
  metrics.gauge({ name: 'waiting_seconds', help: 'Wait' }).set(1.5);
  metrics.histogram({ name: 'took_seconds', help: 'Time', buckets: [1, 2] }).observe(1.5);
  const text = await metrics.text();
  expect(text).toContain('refunds_total{kind="full",service="orders"} 3\n');
  expect(text).toContain('waiting_seconds{service="orders"} 1.5\n');
  expect(text).toContain('took_seconds_bucket{le="2",service="orders"} 1\n');
  expect(text).toContain('process_open_fds{service="orders"}');
});
