import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { scratchDirectory, startStandIns } from './fixtures/scratch.ts';

const launch = (directory: string, script: string, ...words: string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', resolve(import.meta.dirname, script), ...words], {
    env: { ...process.env, DATA_DIR: directory, SEED_TRACE: join(directory, 'seeds.txt') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const run = async (directory: string, ...words: string[]) => {
  const child = launch(directory, '../src/main.ts', ...words);
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, error, code: Number(code) };
};

it('without a stack, token and fault say how to start one and end with 1', async () => {
  await using directory = await scratchDirectory();
  for (const words of [['token', 'customer'], ['fault']]) {
    const { out, error, code } = await run(directory.path, ...words);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(error).toContain('Start it with: npm start');
  }
});

it('on a running stack, token prints nothing but a token, fault breaks a part, reset refuses', async () => {
  await using directory = await scratchDirectory();
  await using stack = await startStandIns(directory.path);
  const token = await run(directory.path, 'token', 'staff', '--scopes', 'orders:refund', '--ttl', '5');
  expect(token).toMatchObject({ code: 0, error: '' });
  expect(token.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(await run(directory.path, 'token', 'admin')).toMatchObject({
    code: 1,
    error: 'There is no token kind "admin". Choose one of: customer, marketing, staff.\n',
  });
  expect(await run(directory.path, 'fault', 'alpha', 'slow', '--ms', '20')).toMatchObject({ code: 0 });
  expect(stack.faults()).toContainEqual({ part: 'alpha', mode: 'slow', delayMs: 20 });
  expect((await run(directory.path, 'fault', 'alpha', 'sideways')).error).toContain('up, down, slow, hang');
  expect((await run(directory.path, 'fault')).out).toContain('legacy-loyalty');
  expect(await run(directory.path, 'reset')).toMatchObject({ code: 1 });
});

it('a seed that was cut off is finished by the next start, and a repeated one writes everything again', async () => {
  await using directory = await scratchDirectory();
  const traced = async () => (await readFile(join(directory.path, 'seeds.txt'), 'utf8')).match(/customers \d+/g);
  await (await startStandIns(directory.path)).stop();
  const [cutOff] = await once(launch(directory.path, 'fixtures/seed.ts', '9', 'no/such/folder'), 'exit');
  expect(cutOff).toBe(1);
  await (await startStandIns(directory.path)).stop();
  expect(await traced()).toEqual(['customers 7', 'customers 9']);
  const [repeated] = await once(launch(directory.path, 'fixtures/seed.ts', '9'), 'exit');
  expect(repeated).toBe(0);
  expect(await traced()).toEqual(['customers 7', 'customers 9', 'customers 9']);
});

it('Ctrl-C, which npm doubles, stops everything and ends with 0', async () => {
  await using directory = await scratchDirectory();
  const child = launch(directory.path, 'fixtures/start.ts');
  const exit = once(child, 'exit');
  let out = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    out += String(chunk);
    if (!out.includes('curl') || out.includes('Stopping')) continue;
    child.kill('SIGINT');
    child.kill('SIGINT');
  }
  expect(await exit).toEqual([0, null]);
  expect(out).toContain('Stopped.');
  expect((await run(directory.path, 'token', 'staff')).error).toContain('No local stack runs');
});
