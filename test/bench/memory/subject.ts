import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Client } from '../wire.ts';
import type { Request } from './requests.ts';

/** A gateway whose memory is looked at. */
export interface Subject {
  /** What is alive on its heap, in MiB. */
  heapMiB(): Promise<number>;
  /** Processor time so far, in ms. */
  cpuMs(): number;
  /** Sends requests number `from` up to, not including, `to`. Throws for an answer that has no data in full. */
  send(next: (index: number) => Request, range: { from: number; to: number }): Promise<void>;
  stop(): void;
}

const CONNECTIONS = 50;
const gateway = resolve(import.meta.dirname, '../../../gateway/src/main.ts');
const probe = resolve(import.meta.dirname, 'probe.ts');

const post = async (client: Client, request: Request): Promise<void> => {
  const { head, body } = await client.post(JSON.stringify(request));
  const text = body.toString();
  if (!head.startsWith('HTTP/1.1 200') || text.includes('"errors"'))
    throw new Error(`${request.query} is answered ${head.slice(0, 15)} ${text.slice(0, 300)}`);
};

/** Starts our gateway on core 0. */
export const startSubject = async (supergraph: string, cpuOf: (pid: number) => number): Promise<Subject> => {
  const flags = ['--expose-gc', '--import', probe];
  const child = spawn(
    'taskset',
    ['-c', '0', process.execPath, ...flags, gateway, '--supergraph', supergraph, '--port', '0'],
    {
      stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ISSUERS: '[]', SHARE_IN_FLIGHT: 'false' },
    },
  );
  process.on('exit', () => child.kill('SIGKILL'));
  const told = async <Key extends string>(key: Key): Promise<unknown> => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [Partial<Record<Key, unknown>>];
      if (message[key] !== undefined) return message[key];
    }
  };
  const url = String(await told('url'));
  return {
    heapMiB: async () => {
      const heap = told('heapMiB');
      child.send({ heap: true });
      return Number(await heap);
    },
    cpuMs: () => cpuOf(child.pid ?? 0),
    send: async (next, { from, to }) => {
      let index = from;
      const ask = async (): Promise<void> => {
        const client = new Client(url);
        while (index < to) {
          index += 1;
          await post(client, next(index - 1));
        }
        client.close();
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, ask));
    },
    stop: () => child.kill('SIGKILL'),
  };
};
