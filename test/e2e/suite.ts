import { afterAll, beforeAll, describe } from 'vitest';
import type { StackOptions } from '@qsr/local-stack/stack';
import { access } from './access.ts';
import { calls } from './calls.ts';
import { journeys } from './journeys.ts';
import { metrics } from './metrics.ts';
import { outages } from './outages.ts';
import { purchases } from './purchases.ts';
import { startTestStack, type TestStack } from './stack.ts';

/** The whole product through its gateway, on the stores that `options` name. */
export const endToEnd = (title: string, options: () => StackOptions): void => {
  describe(title, () => {
    let running: TestStack | undefined;
    const stack = (): TestStack => {
      if (running === undefined) throw new Error('the stack does not run');
      return running;
    };
    beforeAll(async () => {
      running = await startTestStack(options());
    });
    afterAll(async () => {
      await running?.stop();
    });

    describe('journeys', () => journeys(stack));
    describe('calls', () => calls(stack));
    describe('access', () => access(stack));
    describe('purchases', () => purchases(stack));
    describe('metrics', () => metrics(stack));
    describe('outages', () => outages(stack));
  });
};
