import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ListeningMessage } from '@qsr/lifecycle';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveShop } from './support/served-shop.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const patience = { timeout: 15_000 };

let shop: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  shop = await serveShop();
});

afterAll(() => shop[Symbol.asyncDispose]());

interface LogLine {
  readonly msg: string;
  readonly worker?: number;
  readonly pid?: number;
}

/** A gateway of two workers and what it logs. It does not outlive its test. */
const launch = (flags: readonly string[], env: Record<string, string> = {}) => {
  const parent: ChildProcess = spawn(process.execPath, [main, '--workers', '2', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, LOG_LEVEL: 'info', ...env },
  });
  const lines: LogLine[] = [];
  createInterface({ input: parent.stdout! }).on('line', (line) => lines.push(JSON.parse(line)));
  const exit = once(parent, 'exit');
  const said = (msg: string) => lines.filter((line) => line.msg === msg);
  const dispose = async () => {
    parent.kill('SIGKILL');
    await exit;
  };
  return { parent, exit, said, complaint: text(parent.stderr!), [Symbol.asyncDispose]: dispose };
};

const serve = async (env: Record<string, string> = {}) => {
  const gateway = launch(['--supergraph', shop.supergraph, '--port', '0'], env);
  const [message] = (await once(gateway.parent, 'message')) as [ListeningMessage];
  expect(message).toMatchObject({ type: 'listening', name: 'gateway' });
  await vi.waitFor(() => expect(gateway.said('worker serves')).toHaveLength(2), patience);
  const { url } = message;
  const ask = async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ leaders }"}',
    });
    return `${response.status} ${await response.text()}`.trim();
  };
  return { ...gateway, url, ask };
};

const answered = '200 {"data":{"leaders":["c1"]}}';
const several = <T>(count: number, task: () => Promise<T>) => Promise.all(Array.from({ length: count }, task));

describe('a gateway of two workers', () => {
  it('answers with both, at one URL, and loses no request when it is stopped under load', async () => {
    await using gateway = await serve({ DRAIN_GRACE_MS: '1000' });
    let isReady = true;
    // As behind a load balancer, which sends nothing more to one that is not ready.
    const clients = several(8, async () => {
      const answers: string[] = [];
      while (isReady) answers.push(await gateway.ask());
      return answers;
    });
    await vi.waitFor(() => {
      const workers = new Set(gateway.said('answered').map(({ worker }) => worker));
      expect(workers).toStrictEqual(new Set([1, 2]));
    }, patience);
    gateway.parent.kill('SIGTERM');
    await vi.waitFor(async () => {
      const ready = await fetch(`${gateway.url}/health/ready`);
      expect(ready.status).toBe(503);
    }, patience);
    isReady = false;
    expect(new Set((await clients).flat())).toStrictEqual(new Set([answered]));
    expect(await gateway.exit).toStrictEqual([0, null]);
    expect(await gateway.complaint).toBe('');
  });

  it('goes on with one when the other is killed, and soon has two again', async () => {
    await using gateway = await serve();
    const [first, second] = gateway.said('worker serves');
    process.kill(first!.pid!, 'SIGKILL');
    await vi.waitFor(() => expect(gateway.said('worker ended; another one follows')).toHaveLength(1), patience);
    expect(gateway.said('worker ended; another one follows')).toMatchObject([{ worker: 1, pid: first?.pid }]);
    expect(new Set(await several(4, gateway.ask))).toStrictEqual(new Set([answered]));
    await vi.waitFor(() => expect(gateway.said('worker serves')).toHaveLength(3), patience);
    expect(gateway.said('worker serves').map(({ worker }) => worker)).toStrictEqual([1, 2, 3]);
    process.kill(second!.pid!, 'SIGKILL');
    await vi.waitFor(() => expect(gateway.said('worker ended; another one follows')).toHaveLength(2), patience);
    expect(new Set(await several(4, gateway.ask))).toStrictEqual(new Set([answered]));
    await vi.waitFor(() => expect(gateway.said('answered').map(({ worker }) => worker)).toContain(3), patience);
  });
});

describe('a fault that keeps workers from starting is said once', () => {
  const complaintOf = async (flags: readonly string[], env: Record<string, string> = {}) => {
    await using gateway = launch(flags, env);
    expect(await gateway.exit).toStrictEqual([1, null]);
    return await gateway.complaint;
  };

  it('of the environment', async () => {
    const complaint = await complaintOf(['--port', 'many'], { WORKERS: '0', VIEWER_SECRETS: 'short' });
    expect(complaint.match(/fault\(s\)|PORT:|VIEWER_SECRETS:/g)).toStrictEqual([
      'fault(s)',
      'PORT:',
      'VIEWER_SECRETS:',
    ]);
    expect(await complaintOf(['--workers', '257'])).toContain('WORKERS: it is more than 256');
  });

  it('of the supergraph', async () => {
    const complaint = await complaintOf(['--supergraph', '/nowhere.graphql', '--port', '0']);
    expect(complaint).toBe('gateway: could not start: the supergraph /nowhere.graphql does not exist\n');
  });

  it('of the port', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const complaint = await complaintOf(['--supergraph', shop.supergraph, '--port', String(port)]);
    expect(complaint).toBe(`gateway: could not start: port ${port} is taken. Set PORT to a free one\n`);
    holder.close();
  });
});
