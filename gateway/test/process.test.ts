import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ListeningMessage } from '@qsr/lifecycle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveShop } from './support/served-shop.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let shop: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  shop = await serveShop();
});

afterAll(() => shop[Symbol.asyncDispose]());

const run = (flags: readonly string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [main, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
  });

const ended = async (flags: readonly string[], env: Record<string, string> = {}) => {
  const child = run(flags, env);
  const [[code], complaint] = await Promise.all([once(child, 'exit'), text(child.stderr!)]);
  return { code, complaint };
};

describe('the process', () => {
  it('serves any supergraph by flags alone, and on SIGTERM answers what is in flight before it ends with 0', async () => {
    const child = run(['--supergraph', shop.supergraph, '--port', '0', '--conformance']);
    const exit = once(child, 'exit');
    const [message] = (await once(child, 'message')) as [ListeningMessage];
    expect(message).toMatchObject({ type: 'listening', name: 'gateway' });

    shop.points.fault = (response) => {
      child.kill('SIGTERM');
      child.once('exit', () => response.destroy());
      setImmediate(() => response.end('{"data":{"leaders":["in flight"]}}'));
    };
    const response = await fetch(message.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ leaders }"}',
    });
    expect(await response.json()).toStrictEqual({ data: { leaders: ['in flight'] } });
    expect(await exit).toStrictEqual([0, null]);
  });

  it('says what is wrong with its flags, file or environment, and ends with 1', async () => {
    expect(await ended(['--bogus'])).toStrictEqual({ code: 1, complaint: "error: unknown option '--bogus'\n" });
    expect(await ended(['--supergraph', ''])).toStrictEqual({
      code: 1,
      complaint: "error: option '--supergraph <location>' argument '' is invalid. It is empty.\n",
    });
    const missing = await ended(['--supergraph', '/nowhere.graphql', '--port', '0']);
    expect(missing.code).toBe(1);
    expect(missing.complaint).toContain('the supergraph /nowhere.graphql does not exist');
    const faulty = await ended(['--port', 'many'], {
      ISSUERS: '[{"issuer":"x","kind":"root"}]',
      VIEWER_SECRETS: 'short',
    });
    expect(faulty.code).toBe(1);
    expect(faulty.complaint).toMatch(/PORT: "many".*VIEWER_SECRETS:|ISSUERS: 0\.jwksUri/s);
  });
});
