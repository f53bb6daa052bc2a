import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchDirectory, startStandIns } from './fixtures/scratch.ts';

const environmentOf = async (url: string) => (await (await fetch(url)).json()) as Record<string, string>;

it('every part is pointed at the proxies of the others, and all of it ends with stop', async () => {
  await using directory = await scratchDirectory();
  const stack = await startStandIns(directory.path);
  const gateway = await environmentOf(stack.url);
  const alpha = await environmentOf(stack.partUrl('alpha'));
  expect(gateway['SUBGRAPH_URLS']).toBe(`alpha=${stack.partUrl('alpha')}/graphql`);
  expect(alpha['VIEWER_SECRETS']).toBe(gateway['VIEWER_SECRETS']);
  expect(alpha['LEGACY_LOYALTY_URL']).toBe(`${stack.partUrl('legacy-loyalty')}/rest/26.6`);
  const simulator = await environmentOf(stack.partUrl('legacy-loyalty'));
  expect(simulator['CREDENTIALS']).toBe(alpha['LEGACY_LOYALTY_CREDENTIALS']);
  await stack.stop();
  await expect(fetch(stack.url)).rejects.toThrow();
  await expect(fetch(stack.partUrl('alpha'))).rejects.toThrow();
});

it('only the first start on a directory seeds, with an anchor that is kept', async () => {
  await using directory = await scratchDirectory();
  await (await startStandIns(directory.path)).stop();
  await (await startStandIns(directory.path)).stop();
  const { anchor } = JSON.parse(await readFile(join(directory.path, 'seed.json'), 'utf8')) as { anchor: string };
  expect(anchor).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
  expect(await readFile(join(directory.path, 'seeds.txt'), 'utf8')).toBe(`--customers 7 --anchor ${anchor}\n`);
});

it('a subgraph that is pointed at another database is seeded there', async () => {
  await using directory = await scratchDirectory();
  await (await startStandIns(directory.path)).stop();
  await (await startStandIns(directory.path, { stores: { alpha: 'mongodb://127.0.0.1:1/elsewhere' } })).stop();
  expect((await readFile(join(directory.path, 'seeds.txt'), 'utf8')).trim().split('\n')).toHaveLength(2);
});

it('the tabs carry the operations with example ids and a token of the right kind', async () => {
  await using directory = await scratchDirectory();
  await using stack = await startStandIns(directory.path);
  const [tab] = JSON.parse(await readFile(join(directory.path, 'graphiql-tabs.json'), 'utf8')) as [
    { query: string; variables: string; headers: string },
  ];
  expect(tab.query).toContain('query Somebody');
  expect(JSON.parse(tab.variables)).toEqual({ id: stack.defaultCustomerId });
  const [, payload = ''] = tab.headers.split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ sub: 'local-staff' });
});

it('a part that dies is reported by name with the end of its log', async () => {
  await using directory = await scratchDirectory();
  await using stack = await startStandIns(directory.path);
  await fetch(`${stack.partUrl('alpha')}/die`).catch(() => undefined);
  const { message } = await stack.failed;
  expect(message).toMatch(/^alpha ended with exit code 3/);
  expect(message).toContain('the roof fell in');
});

it('a part that cannot start ends the start, with nothing left behind', async () => {
  await using directory = await scratchDirectory();
  const broken = startStandIns(directory.path, { environment: { ...process.env, NODE_OPTIONS: '--no-such-flag' } });
  await expect(broken).rejects.toThrow(/ended with exit code 9[^]*no-such-flag/);
  await (await startStandIns(directory.path)).stop();
});

it('a taken port is reported before anything starts', async () => {
  await using directory = await scratchDirectory();
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const { port } = squatter.address() as AddressInfo;
  await expect(startStandIns(directory.path, { port })).rejects.toThrow(`gateway: port ${port} is taken`);
  squatter.close();
});

it('one directory is held by one living stack; that of a dead process is taken over', async () => {
  await using directory = await scratchDirectory();
  await writeFile(join(directory.path, 'stack.json'), JSON.stringify({ pid: 2 ** 22 + 1 }));
  await using stack = await startStandIns(directory.path);
  await expect(startStandIns(directory.path)).rejects.toThrow(
    `already runs on ${directory.path} (process ${process.pid})`,
  );
  expect(await environmentOf(stack.url)).toBeDefined();
});

it('a broken part is unreachable until it is mended; unknown parts and modes are answered with what there is', async () => {
  await using directory = await scratchDirectory();
  await using stack = await startStandIns(directory.path);
  stack.fault('alpha', 'down');
  await expect(fetch(stack.partUrl('alpha'))).rejects.toThrow();
  expect(stack.faults()).toContainEqual({ part: 'alpha', mode: 'down', delayMs: 0 });
  stack.fault('alpha', 'up');
  expect((await fetch(stack.partUrl('alpha'))).ok).toBe(true);
  expect(() => stack.fault('beta', 'down')).toThrow(
    'Choose one of: legacy-loyalty, legacy-payment, pos, bus, store, alpha.',
  );
  expect(() => stack.fault('redis', 'down')).toThrow('REDIS_URL=');
});

it('a part that is killed is gone until it is restarted, which is no failure; the gateway keeps its port', async () => {
  await using directory = await scratchDirectory();
  await using stack = await startStandIns(directory.path);
  let failure: unknown;
  void stack.failed.then((problem) => (failure = problem));
  const before = await environmentOf(stack.partUrl('alpha'));
  for (const [part, url] of [
    ['alpha', stack.partUrl('alpha')],
    ['gateway', stack.url],
  ] as const) {
    await stack.kill(part);
    await expect(fetch(url)).rejects.toThrow();
    expect(stack.processes().filter(({ isRunning }) => !isRunning)).toMatchObject([{ name: part }]);
    await stack.restart(part);
    expect((await fetch(url)).ok).toBe(true);
  }
  expect((await environmentOf(stack.partUrl('alpha')))['VIEWER_SECRETS']).toBe(before['VIEWER_SECRETS']);
  expect(failure).toBeUndefined();
});

it('with roles apart, what publishes and consumes events is a process of its own', async () => {
  await using directory = await scratchDirectory();
  await using stack = await startStandIns(directory.path, { roles: 'apart' });
  const names = stack.processes().map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('alpha'))).toStrictEqual(['alpha', 'alpha-relay']);
  const relay = await environmentOf(stack.announced('alpha-relay').get('alpha')!);
  const alpha = await environmentOf(stack.partUrl('alpha'));
  expect([relay['ROLES'], alpha['ROLES']]).toStrictEqual(['relay', 'api,jobs']);
  expect(relay['BUS_URL']).toBe(stack.bus);
});
