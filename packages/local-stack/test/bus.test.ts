import { openBus } from '@qsr/events';
import { expect, it } from 'vitest';
import { openBusEmulator } from '../src/parts/bus-emulator.ts';
import { scratchDirectory } from './fixtures/scratch.ts';

const started = async (folder: string) => {
  const app = await openBusEmulator(folder);
  const { host } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const bus = openBus(`sns+http://${host}/local`, { visibilityMs: 1_000 });
  const close = async () => {
    bus.close();
    await app.close();
  };
  return { ...(await bus.subscription('loyalty')), close, [Symbol.asyncDispose]: close };
};

it('keeps what waits and what is in flight over a restart, and gives back at once what a receiver does not want', async () => {
  await using directory = await scratchDirectory();
  const before = await started(directory.path);
  for (const body of ['unwanted', 'in flight', 'waiting'])
    await before.queue.send({ body, attributes: { type: body } });
  const [unwanted] = await before.queue.receive({ limit: 1, waitMs: 0 });
  await before.queue.hide(unwanted!, 0);
  const [second] = await before.queue.receive({ limit: 1, waitMs: 0 });
  expect(second!.body).toBe('in flight');
  await before.close();

  await using after = await started(directory.path);
  expect(await after.queue.depth()).toMatchObject({ waiting: 1, inFlight: 2 });
  const all = [];
  while (all.length < 3) all.push(...(await after.queue.receive({ limit: 10, waitMs: 1_000 })));
  expect(all.map(({ body, attributes }) => [body, attributes['type']]).sort()).toStrictEqual([
    ['in flight', 'in flight'],
    ['unwanted', 'unwanted'],
    ['waiting', 'waiting'],
  ]);
});
