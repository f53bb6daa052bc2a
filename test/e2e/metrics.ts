import { expect, it } from 'vitest';
import type { TestStack } from './stack.ts';

/** What operators see. */
export const metrics = (stack: () => TestStack): void => {
  it.each(['profile', 'loyalty', 'offers', 'orders'])('%s shows its lag, retries and dead letters', async (name) => {
    const response = await fetch(`${stack().partUrl(name)}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toMatch(/^# TYPE \w+ (counter|gauge|histogram)$/m);
  });
};
