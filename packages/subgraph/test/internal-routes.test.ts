import { command, createCommandClient } from '@qsr/commands';
import { createCommandSigner } from '@qsr/identity';
import { commandSecrets, startSubgraph, type SubgraphUnderTest } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandHandler, everyone, type RequestScope } from '../src/index.ts';

const double = command({
  name: 'doubles',
  service: 'sample',
  input: z.object({ value: z.int() }),
  output: z.object({ value: z.int() }),
});

let subgraph: SubgraphUnderTest;

beforeAll(async () => {
  subgraph = await startSubgraph({
    name: 'sample',
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { thing: () => ({ id: '1' }) } },
    permissions: { Query: { thing: everyone }, Thing: everyone },
    context: (scope) => scope,
    commands: [
      commandHandler<RequestScope, { value: number }, { value: number }>(double, ({ value }) => {
        if (value === 13) return Promise.reject(new Error('the password is hunter2'));
        return Promise.resolve({ value: value * 2 });
      }),
    ],
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
});

afterAll(() => subgraph[Symbol.asyncDispose]());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(new URL('/internal/doubles', subgraph.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k', ...headers },
    body,
  });

describe('a command', () => {
  it('is carried out for a service that signs', async () => {
    expect(await subgraph.command(double, { value: 21 })).toEqual({ value: 42 });
  });

  it('is refused without a signature, or with one of another secret', async () => {
    expect((await post('{"value":1}')).status).toBe(401);
    const stranger = createCommandClient({
      url: new URL(subgraph.url).origin,
      service: 'sample',
      caller: 'stranger',
      secrets: ['another-secret-of-at-least-32-characters'],
    });
    await expect(stranger.send(double, { value: 1 }, { key: 'k' })).rejects.toMatchObject({
      code: 'DOWNSTREAM_UNAVAILABLE',
    });
    await stranger.close();
  });

  it('is refused when it is not what was signed, or was signed a while ago', async () => {
    const signedAt = (now: Date) => createCommandSigner({ secrets: commandSecrets, caller: 'test', now: () => now });
    const sign = signedAt(new Date());
    const signed = { path: '/internal/doubles', body: '{"value":1}', idempotencyKey: 'k' };
    const signature = await sign(signed);
    expect((await post('{"value":1}', { 'x-command': signature })).status).toBe(200);
    expect((await post('{"value":2}', { 'x-command': signature })).status).toBe(401);
    expect((await post('{"value":1}', { 'x-command': signature, 'idempotency-key': 'l' })).status).toBe(401);
    const elsewhere = await sign({ ...signed, path: '/internal/halves' });
    expect((await post('{"value":1}', { 'x-command': elsewhere })).status).toBe(401);
    const old = await signedAt(new Date(Date.now() - 120_000))(signed);
    expect((await post('{"value":1}', { 'x-command': old })).status).toBe(401);
  });

  it('needs a key', async () => {
    const sign = createCommandSigner({ secrets: commandSecrets, caller: 'test' });
    const signature = await sign({ path: '/internal/doubles', body: '{"value":1}', idempotencyKey: '' });
    const answer = await post('{"value":1}', { 'x-command': signature, 'idempotency-key': '' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('idempotency-key');
  });

  it('names what is wrong with its input, and keeps what is wrong inside to itself', async () => {
    const sign = createCommandSigner({ secrets: commandSecrets, caller: 'test' });
    const send = async (body: string) =>
      post(body, { 'x-command': await sign({ path: '/internal/doubles', body, idempotencyKey: 'k' }) });
    const malformed = await send('{"value":"one"}');
    expect(malformed.status).toBe(400);
    expect(await malformed.text()).toContain('value');
    const failed = await send('{"value":13}');
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain('hunter2');
  });
});

it('counts what it does for whoever collects metrics', async () => {
  const response = await fetch(new URL('/metrics', subgraph.url));
  expect(response.headers.get('content-type')).toContain('text/plain');
  expect(await response.text()).toContain('process_cpu');
});
