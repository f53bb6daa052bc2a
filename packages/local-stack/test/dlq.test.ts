import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { openBus } from '@qsr/events';
import { startTestBus } from '@qsr/testkit';
import { expect, it } from 'vitest';
import { scratchDirectory } from './fixtures/scratch.ts';

/** `npm run dlq` with these words. */
const dlq = async (environment: NodeJS.ProcessEnv, ...words: string[]) => {
  const main = resolve(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'dlq', ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, error, code: Number(code) };
};

it('lists, shows and gives back the dead letters of the bus that it is told', async () => {
  await using server = await startTestBus();
  const bus = openBus(server.url);
  const { queue, deadLetters } = await bus.subscription('loyalty');
  const attributes = { type: 'orders.order.completed' };
  const why = { reason: 'Error: no account', failedAt: '2026-03-01T12:00:00Z', receives: '8' };
  await deadLetters.send({ body: '{}', attributes: { ...attributes, ...why } });
  const environment = { BUS_URL: server.url };

  const listed = await dlq(environment, 'list', '--consumer', 'loyalty');
  expect(listed).toMatchObject({ code: 0, error: '' });
  const [, id] = /^2026-03-01T12:00:00Z  loyalty  orders.order.completed  (\S+)  8×  Error: no account\n$/.exec(
    listed.out,
  )!;
  const shown = await dlq(environment, 'show', id!);
  expect(JSON.parse(shown.out)).toMatchObject({ id, reason: 'Error: no account', receives: 8, body: '{}' });
  expect(await dlq({}, 'redrive', id!, '--bus', server.url)).toMatchObject({ code: 0, error: '' });
  expect(await queue.receive({ limit: 10, waitMs: 0 })).toMatchObject([{ body: '{}', attributes, receives: 1 }]);
  expect(await dlq(environment, 'redrive', '--all')).toMatchObject({ code: 0, out: '0 given back.\n' });
});

it('ends with 1 and a sentence when there is no such bus, consumer or dead letter', async () => {
  await using directory = await scratchDirectory();
  await using server = await startTestBus();
  const environment = { BUS_URL: server.url, DATA_DIR: directory.path };
  const cases: ReadonlyArray<readonly [string, NodeJS.ProcessEnv, readonly string[]]> = [
    ['Start it with: npm start', { DATA_DIR: directory.path }, ['list']],
    ['does not answer', environment, ['list', '--bus', 'sns+http://127.0.0.1:1/x']],
    ['must have the form', environment, ['list', '--bus', 'kafka://x']],
    ['no consumer nobody', environment, ['list', '--consumer', 'nobody']],
    ['no dead letter e1', environment, ['show', 'e1']],
    ['no dead letter e1', environment, ['redrive', 'e1']],
    ['Name the id', environment, ['redrive']],
  ];
  const answers = await Promise.all(cases.map(([, variables, words]) => dlq(variables, ...words)));
  for (const [index, [sentence]] of cases.entries()) {
    expect(answers[index]).toMatchObject({ code: 1, out: '', error: expect.stringContaining(sentence) });
  }
});
