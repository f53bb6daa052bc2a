import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './client.ts';

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);

/** What went wrong in the tabs of GraphiQL that change something, one after the other as a person would try them. */
const faultsOfMutationTabs = async (url: string): Promise<unknown[]> => {
  const text = await readFile(join(dataDirectory, 'graphiql-tabs.json'), 'utf8');
  const tabs = JSON.parse(text) as { query: string; variables: string; headers: string }[];
  const faults: unknown[] = [];
  for (const { query, variables, headers } of tabs.filter((tab) => /^mutation /m.test(tab.query))) {
    const { data, errors } = await ask({ url }, query, {
      variables: JSON.parse(variables),
      headers: JSON.parse(headers),
    });
    const payload = data === undefined ? undefined : (Object.values(data)[0] as any);
    faults.push(...(errors ?? []), ...(payload?.userErrors ?? []));
  }
  return faults;
};

/** `npm start` as a person runs it, in a terminal that only reads. */
interface Terminal {
  /** Ctrl-C, which a terminal sends to npm and to everything that it started. */
  interrupt(): void;
  /** What it printed so far, both streams. */
  text(): string;
  /** Resolves when it has printed the text; rejects when it ended without. */
  until(text: string): Promise<string>;
  readonly ended: Promise<number | null>;
}

const npmStart = (environment: NodeJS.ProcessEnv): Terminal => {
  const env = { ...process.env, SEED_CUSTOMERS: '30', ...environment };
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true });
  let text = '';
  const changed: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const notify of changed.splice(0)) notify();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  void ended.then(() => changed.splice(0).forEach((notify) => notify()));
  const until = async (wanted: string): Promise<string> => {
    while (!text.includes(wanted)) {
      if (child.exitCode !== null) throw new Error(`npm start ended without ${JSON.stringify(wanted)}:\n${text}`);
      await new Promise<void>((resolve) => changed.push(resolve));
    }
    return text;
  };
  const interrupt = (): void => {
    const isRunning = child.exitCode === null && child.signalCode === null;
    if (isRunning && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  };
  return { interrupt, text: () => text, until, ended };
};

const urlIn = (text: string): string => /GraphQL +(http:\S+)\/graphql/.exec(text)![1]!;

let dataDirectory: string;
let terminal: Terminal | undefined;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'supergraph-start-'));
});
afterEach(async () => {
  terminal?.interrupt();
  await terminal?.ended;
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

describe('npm start', () => {
  it('prints a curl that works when pasted, and keeps its data for the next start', async () => {
    const environment = { DATA_DIR: dataDirectory, PORT: '0' };
    terminal = npmStart(environment);
    const first = await terminal.until("}'\n");
    const command = first.slice(first.indexOf('curl -s '));
    const { stdout } = await run('bash', ['-c', command], { cwd: root, env: { ...process.env, ...environment } });
    const { data } = JSON.parse(stdout) as { data: any };
    expect(data.me.loyaltyAccount.points.available).toBeGreaterThanOrEqual(1_000);
    expect(data.me.activeOrders).toHaveLength(1);
    expect((await fetch(urlIn(first), { headers: { accept: 'text/html' } })).headers.get('content-type')).toContain(
      'html',
    );
    expect(await faultsOfMutationTabs(urlIn(first))).toStrictEqual([]);
    terminal.interrupt();
    await terminal.ended;
    expect(terminal.text()).toMatch(/Stopping.*\nStopped\.\n$/);

    terminal = npmStart(environment);
    const second = await terminal.until("}'\n");
    expect(second).not.toContain('seeding');
    const { data: again } = await ask(
      { url: urlIn(second) },
      `{ store(id: "sto_unknown") { id } storesNear(latitude: 0, longitude: 0) { id } }`,
    );
    expect(again.store).toBeNull();
    expect(again.storesNear).toHaveLength(10);
  });

  it('names the gateway when its port is taken, and ends with 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    terminal = npmStart({ DATA_DIR: join(dataDirectory, 'other'), PORT: String(port) });
    expect(await terminal.ended).not.toBe(0);
    expect(terminal.text()).toContain(`port ${port} is taken`);
    holder.close();
  });

  it('tells every fault of a garbled environment at once', async () => {
    terminal = npmStart({
      DATA_DIR: join(dataDirectory, 'other'),
      PORT: 'x',
      REDIS_URL: 'http://x',
      LOG_LEVEL: 'loud',
    });
    expect(await terminal.ended).not.toBe(0);
    for (const name of ['PORT', 'REDIS_URL', 'LOG_LEVEL']) expect(terminal.text()).toContain(`- ${name}: `);
  });
});
