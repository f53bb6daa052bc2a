import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ListeningMessage } from '../src/index.ts';

const fixture = new URL('fixtures/server.ts', import.meta.url);

const start = (env: NodeJS.ProcessEnv = {}) => fork(fixture, { env: { ...process.env, ...env }, silent: true });

const nextMessage = async (child: ChildProcess): Promise<unknown> => {
  const [message] = (await once(child, 'message')) as [unknown];
  return message;
};

const exitCode = async (child: ChildProcess): Promise<number | null> => {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

describe('a service', () => {
  it('tells its parent where it listens and answers what is in flight before it ends with 0', async () => {
    const child = start();
    const { url, name } = (await nextMessage(child)) as ListeningMessage;
    expect(name).toBe('fixture');
    const inFlight = fetch(url);
    await nextMessage(child);
    const ended = exitCode(child);
    child.kill('SIGTERM');
    expect(await (await inFlight).text()).toBe('done');
    expect(await ended).toBe(0);
  });

  it('ends with 1 when the drain takes too long', async () => {
    const child = start({ STUCK: 'yes', DRAIN_MS: '20' });
    const { url } = (await nextMessage(child)) as ListeningMessage;
    const inFlight = fetch(url).catch(() => 'cut off');
    await nextMessage(child);
    const ended = exitCode(child);
    child.kill('SIGTERM');
    expect(await ended).toBe(1);
    expect(await inFlight).toBe('cut off');
  });

  it('ends with its parent', async () => {
    const child = start();
    await nextMessage(child);
    const ended = exitCode(child);
    child.disconnect();
    expect(await ended).toBe(0);
  });

  const complaint = async (environment: Record<string, string>): Promise<string> => {
    const child = start(environment);
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    expect(await exitCode(child)).toBe(1);
    return text;
  };

  it('names the port that is taken and ends with 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const text = await complaint({ PORT: String(port) });
    expect(text).toBe(`fixture: could not start: port ${port} is taken. Set PORT to a free one\n`);
    holder.close();
  });

  it('names the dependency that it could not reach and what happened, and ends with 1', async () => {
    const text = await complaint({ STORE: 'down' });
    expect(text).toBe('fixture: could not start: store: connect ECONNREFUSED 127.0.0.1:1\n');
  });
});
