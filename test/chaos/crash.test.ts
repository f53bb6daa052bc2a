import { expect, it } from 'vitest';
import { readArguments } from './options.ts';
import { runChaos } from './run.ts';

const silent = { step: () => undefined, begun: () => undefined };

it('checkouts survive kill -9 of every kind of process, lost answers, hangs and throttles: nothing lost, doubled or open', async () => {
  const words = ['--seed', '4', '--checkouts', '30', '--kills', '8', '--parallel', '12', '--customers', '40'];
  const { options } = readArguments(words);
  const verdict = await runChaos(options, { report: silent });
  expect(verdict.findings).toStrictEqual([]);
  expect(verdict).toMatchObject({ checkouts: 30, lost: 0, doubled: 0, open: 0 });
  // A run that sells nothing proves nothing.
  expect(verdict.outcomes['COMPLETED']).toBeGreaterThan(12);
  expect(verdict.events).toBeGreaterThan(50);
}, 300_000);
