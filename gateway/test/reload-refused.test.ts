import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger, type Logger } from '@qsr/telemetry';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeKeys } from '../../packages/artifact/test/support/publisher.ts';
import { compose, TestGateway } from './support/gateway.ts';
import { soon, startPublished, startSide, statusOf, until } from './support/published.ts';

type Published = Awaited<ReturnType<typeof startPublished>>;

const patience = { timeout: 15_000 };
const theirs = makeKeys();

/** A log whose errors and notices can be looked at. */
const listen = () => {
  const log: Logger = createLogger('gateway', 'silent');
  const said = (level: 'error' | 'info') => {
    const spy = vi.spyOn(log, level);
    onTestFinished(() => spy.mockRestore());
    return () => spy.mock.calls.map(([, message]) => String(message));
  };
  return { log, errors: said('error'), notices: said('info') };
};

const tamper = ({ files }: Published, path: string, change: (text: string) => string): void => {
  writeFileSync(join(files.folder, path), change(readFileSync(join(files.folder, path), 'utf8')));
};

/** What may come in place of a good artifact, and why it is refused. */
const bad: readonly (readonly [string, string, (published: Published) => unknown])[] = [
  ['signed by somebody else', 'UNKNOWN_KEY', ({ files, right }) => files.publish(right.sdl, { key: theirs.signing })],
  ['not signed', 'UNSIGNED', ({ files, right }) => files.publish(right.sdl)],
  [
    'signed wrongly',
    'BAD_SIGNATURE',
    async (published) => {
      const { files, right, keys } = published;
      await files.publish(right.sdl, { key: theirs.signing });
      tamper(published, 'latest.json', (text) => text.replace(theirs.id, keys.id));
    },
  ],
  [
    'tampered with',
    'DIGEST_MISMATCH',
    async (published) => {
      const { files, right, keys } = published;
      const { manifest } = await files.publish(right.sdl, { key: keys.signing });
      const path = `sha256/${manifest.supergraph.digest.slice(7)}.graphql`;
      tamper(published, path, (text) => text.replace('onlyRight', 'onlyWrong'));
    },
  ],
  [
    'without its supergraph, as before all of it is uploaded',
    'UNAVAILABLE',
    ({ server, files, right, keys }) => {
      server.fault = ({ url }, response) => {
        if (url?.endsWith('.graphql') === true) response.writeHead(404).end();
        return url?.endsWith('.graphql') === true;
      };
      return files.publish(right.sdl, { key: keys.signing });
    },
  ],
  ['no supergraph', 'UNSERVABLE', ({ files, keys }) => files.publish('type Query { a: Int }', { key: keys.signing })],
  [
    'one that the planner refuses',
    'UNSERVABLE',
    ({ files, keys, right }) =>
      files.publish(right.sdl.replace('name: String', 'name: Strange'), { key: keys.signing }),
  ],
  [
    'older',
    'OLDER',
    async ({ files, keys, right, gateway }) => {
      await files.publish(right.sdl, { key: keys.signing });
      await until(gateway, { version: 2 });
      const pointer = readFileSync(join(files.folder, '1.json'));
      writeFileSync(join(files.folder, 'latest.json'), pointer);
    },
  ],
  [
    'answered with an error',
    'UNAVAILABLE',
    ({ server }) => {
      server.fault = (_, response) => Boolean(response.writeHead(500).end());
    },
  ],
  [
    'cut off',
    'UNAVAILABLE',
    ({ server }) => {
      server.fault = (_, response) =>
        response.writeHead(200, { 'content-length': '500' }).write('{', () => response.destroy());
    },
  ],
  ['answered never', 'UNAVAILABLE', ({ server }) => (server.fault = () => true)],
];

describe('what is published', () => {
  it.each(bad)('when it is %s is not served: %s; the next good one is', async (_, problem, publish) => {
    const { log, errors, notices } = listen();
    const published = await startPublished({ log });
    onTestFinished(() => published[Symbol.asyncDispose]());
    const { gateway, server, files, keys, right, left } = published;
    await publish(published);
    await until(gateway, { problem });
    const running = await statusOf(gateway);
    const side = running.version === 2 ? 'right' : 'left';
    expect((await gateway.query('{ me { name balance } }')).data).toStrictEqual({ me: { name: side, balance: side } });

    // It is said once, however often it is found again.
    const { asked } = server;
    await vi.waitFor(() => expect(server.asked).toBeGreaterThan(asked + 1), patience);
    expect(errors().filter((message) => message.includes('not renewed'))).toHaveLength(1);

    server.fault = undefined;
    const next = side === 'right' ? left : right;
    await files.publish(next.sdl, { key: keys.signing, version: 9 });
    await until(gateway, { version: 9 });
    expect(await statusOf(gateway)).not.toHaveProperty('problem');
    expect(notices()).toContain('what is published is served again');
    expect((await gateway.query('{ me { name } }')).data).toStrictEqual({ me: { name: next.name } });
  });

  it('may be older where that is allowed', async () => {
    await using published = await startPublished({ supergraphUpdates: { ...soon, allowRollback: true } });
    const { files, right, gateway } = published;
    await files.publish(right.sdl);
    await until(gateway, { version: 2 });
    writeFileSync(join(files.folder, 'latest.json'), readFileSync(join(files.folder, '1.json')));
    await until(gateway, { version: 1 });
    expect((await gateway.query('{ me { name } }')).data).toStrictEqual({ me: { name: 'left' } });
  });

  it('may be signed with another key, when the gateway knows both', async () => {
    const [old, next] = [makeKeys(), makeKeys()];
    await using left = await startSide('left', 'onlyLeft');
    await using published = await startPublished();
    const { files, server } = published;
    const begin = (publicKeys: readonly string[]) =>
      TestGateway.start('', { supergraph: server.url, supergraphUpdates: { ...soon, publicKeys } });
    await files.publish(left.sdl, { key: old.signing });
    await using both = await begin([old.publicDer, next.publicDer]);
    await using oldOnly = await begin([old.publicDer]);
    await files.publish(published.right.sdl, { key: next.signing });
    await until(both, { version: 3 });
    await until(oldOnly, { version: 2, problem: 'UNKNOWN_KEY' });
    await expect(begin([old.publicDer])).rejects.toThrow(/is signed with .+; known are/);
  });
});

describe('a path', () => {
  it('of a composed file is looked at too', async () => {
    await using left = await startSide('left', 'onlyLeft');
    await using right = await startSide('right', 'onlyRight');
    await using files = await startPublished();
    const path = join(files.files.folder, 'composed.graphql');
    writeFileSync(path, left.sdl);
    await using gateway = await TestGateway.start('', { supergraph: path, supergraphUpdates: soon });
    const { digest } = await statusOf(gateway);
    // As an editor leaves it half way.
    writeFileSync(path, right.sdl.slice(0, 500));
    await until(gateway, { digest, problem: 'UNSERVABLE' });
    writeFileSync(path, right.sdl);
    await vi.waitFor(async () => {
      expect((await gateway.query('{ me { onlyRight } }')).data).toStrictEqual({ me: { onlyRight: 'right' } });
    }, patience);
    expect(await statusOf(gateway)).not.toHaveProperty('problem');
  });

  it('of a folder of artifacts is served, and renewed', async () => {
    await using published = await startPublished();
    const { files, keys, right } = published;
    const updates = { ...soon, publicKeys: [keys.publicDer] };
    await using gateway = await TestGateway.start('', { supergraph: files.folder, supergraphUpdates: updates });
    expect(await statusOf(gateway)).toMatchObject({
      version: 1,
      commit: 'c0ffee',
      publishedAt: '2026-11-23T12:00:00.000Z',
    });
    await files.publish(right.sdl, { key: keys.signing });
    await until(gateway, { version: 2 });
    expect(readdirSync(files.folder)).toContain('2.json');
  });

  it('that is never looked at again stays what it was', async () => {
    await using left = await startSide('left', 'onlyLeft');
    await using gateway = await TestGateway.start(compose([left.people, left.points]), { metrics: true });
    expect((await gateway.query('{ leaders }')).data).toStrictEqual({ leaders: ['left'] });
    const { digest } = await statusOf(gateway);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain(`gateway_supergraph_info{digest="${digest}",version="",content="",service="gateway"} 1`);
  });
});

it('tells in its metrics what runs, and no more what ran', async () => {
  await using published = await startPublished({ metrics: true });
  const { files, keys, right, gateway } = published;
  await files.publish(right.sdl, { key: keys.signing });
  await until(gateway, { version: 2 });
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  const { digest } = await statusOf(gateway);
  expect(metrics.match(/^gateway_supergraph_info\{.*$/gm)).toMatchObject([
    expect.stringContaining(`digest="${digest}",version="2"`),
  ]);
  expect(metrics).toMatch(/^gateway_supergraph_looks_total\{outcome="renewed",service="gateway"\} 1$/m);
});

it('has no metrics for everybody unless it is told to', async () => {
  await using published = await startPublished();
  expect((await fetch(`${published.gateway.url}/metrics`)).status).toBe(404);
});
