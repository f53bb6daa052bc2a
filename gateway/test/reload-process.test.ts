import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ListeningMessage } from '@qsr/lifecycle';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ArtifactServer } from '../../packages/artifact/test/support/artifact-server.ts';
import { makeKeys, TestStore } from '../../packages/artifact/test/support/publisher.ts';
import { serveShop } from './support/served-shop.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const patience = { timeout: 15_000 };
const keys = makeKeys();

let shop: Awaited<ReturnType<typeof serveShop>>;
let files: TestStore;
let server: ArtifactServer;

beforeAll(async () => {
  shop = await serveShop();
  files = new TestStore();
  server = await new ArtifactServer(files.folder).start();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  files[Symbol.dispose]();
  await shop[Symbol.asyncDispose]();
});

interface LogLine {
  readonly msg: string;
  readonly worker?: number;
  readonly version?: number;
}

/** A gateway that is given its supergraph by URL. It does not outlive its test. */
const launch = (flags: readonly string[], env: Record<string, string>) => {
  const child = spawn(process.execPath, [main, '--supergraph', server.url, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, LOG_LEVEL: 'info', SUPERGRAPH_POLL_MS: '20', ...env },
  });
  const lines: LogLine[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(JSON.parse(line)));
  const exit = once(child, 'exit');
  const dispose = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  return { child, lines, exit, complaint: text(child.stderr!), [Symbol.asyncDispose]: dispose };
};

it('renews the schema in every worker, and loses no request by it', async () => {
  const sdl = readFileSync(shop.supergraph, 'utf8');
  await files.publish(sdl, { key: keys.signing });
  await using gateway = launch(['--workers', '2'], { SUPERGRAPH_KEYS: keys.publicDer });
  const [{ url }] = (await once(gateway.child, 'message')) as [ListeningMessage];
  const ask = async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ leaders viewer { balance } }"}',
    });
    return `${response.status} ${await response.text()}`.trim();
  };
  let isOver = false;
  const clients = Array.from({ length: 4 }, async () => {
    const answers: string[] = [];
    while (!isOver) answers.push(await ask());
    return answers;
  });
  for (const version of [2, 3]) {
    await files.publish(`# version ${version}\n${sdl}`, { key: keys.signing });
    await vi.waitFor(() => {
      const renewed = gateway.lines.filter((line) => line.msg === 'supergraph renewed' && line.version === version);
      expect(new Set(renewed.map(({ worker }) => worker)).size).toBe(2);
    }, patience);
  }
  isOver = true;
  const answers = (await Promise.all(clients)).flat();
  expect(answers.length).toBeGreaterThan(10);
  expect(new Set(answers)).toStrictEqual(new Set(['200 {"data":{"leaders":["c1"],"viewer":{"balance":120}}}']));
  gateway.child.kill('SIGTERM');
  expect(await gateway.exit).toStrictEqual([0, null]);
  expect(await gateway.complaint).toBe('');
});

it.each([
  [
    'what is not signed',
    { SUPERGRAPH_KEYS: makeKeys().publicDer },
    /^gateway: could not start: the supergraph http:.*latest\.json is signed with [0-9a-f]{16}; known are [0-9a-f]{16}\n$/,
  ],
  [
    'keys that are none',
    { SUPERGRAPH_KEYS: '/nowhere.pem' },
    /^gateway: could not start: SUPERGRAPH_KEYS is neither PEM, /,
  ],
  ['a pause that is none', { SUPERGRAPH_POLL_MS: 'often' }, /SUPERGRAPH_POLL_MS: .*milliseconds/],
  [
    'a URL with a password',
    { SUPERGRAPH: 'http://a:secret@127.0.0.1/' },
    /^gateway: could not start: the URL at 127\.0\.0\.1 holds a user or a password/,
  ],
])('does not start with %s', async (_, env, complaint) => {
  await files.publish(readFileSync(shop.supergraph, 'utf8'), { key: keys.signing });
  const flags = 'SUPERGRAPH' in env ? ['--supergraph', env.SUPERGRAPH] : [];
  await using gateway = launch(flags, env);
  expect(await gateway.exit).toStrictEqual([1, null]);
  expect(await gateway.complaint).toMatch(complaint);
});
