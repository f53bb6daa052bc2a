import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '@qsr/local-stack/stack';
import { openThings } from './audit/open-things.ts';
import type { ChaosReport } from './run.ts';
import { observe, type Truth } from './truth.ts';

const lookEveryMs = 1_000;

/** Waits until nothing is open any more; answers what still is when the patience ends. */
export const untilQuiet = async (
  stack: Stack,
  { before, patienceMs, report }: { before: Truth; patienceMs: number; report: Pick<ChaosReport, 'step'> },
): Promise<readonly string[]> => {
  const until = performance.now() + patienceMs;
  let told = '';
  for (;;) {
    const open = openThings(before, await observe(stack));
    if (open.length === 0 || performance.now() > until) return open;
    const text = `${open.length} things are open, for example: ${open[0] ?? ''}`;
    if (text !== told) report.step(text);
    told = text;
    await sleep(lookEveryMs);
  }
};
