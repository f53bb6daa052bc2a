import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import { expect, it } from 'vitest';
import { FaultProxy } from '../src/proxy/proxy.ts';

/** A proxy with a real HTTP server behind it, and a client that keeps its connections. */
const setUp = async (listener: RequestListener = (_, response) => response.end('hello')) => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await FaultProxy.listen();
  const client = new Agent();
  const get = async (headersTimeout = 5_000) => {
    const { host, port } = proxy.address;
    const response = await request(`http://${host}:${port}/`, { dispatcher: client, headersTimeout });
    return response.body.text();
  };
  const target = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  const close = async () => {
    await client.destroy();
    await proxy.close();
    server.close();
  };
  return { proxy, target, get, [Symbol.asyncDispose]: close };
};

it('a connection that comes before the target is known waits and is then served', async () => {
  await using parts = await setUp();
  const early = parts.get();
  parts.proxy.forwardTo(parts.target);
  expect(await early).toBe('hello');
});

it('down resets new connections and those in flight, and up serves again', async () => {
  const arrived = Promise.withResolvers<undefined>();
  let stuck = true;
  await using parts = await setUp((_, response) => {
    if (stuck) arrived.resolve(undefined);
    else response.end('hello');
  });
  parts.proxy.forwardTo(parts.target);
  const inFlight = parts.get().catch((error: unknown) => (error as NodeJS.ErrnoException).code);
  await arrived.promise;
  parts.proxy.set('down');
  expect(await inFlight).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  await expect(parts.get()).rejects.toThrow();
  stuck = false;
  parts.proxy.set('up');
  expect(await parts.get()).toBe('hello');
});

it('slow adds its latency in each direction', async () => {
  await using parts = await setUp();
  parts.proxy.forwardTo(parts.target);
  await parts.get();
  parts.proxy.set('slow', 60);
  const before = performance.now();
  expect(await parts.get()).toBe('hello');
  expect(performance.now() - before).toBeGreaterThanOrEqual(118);
});

it('slow loses nothing of a large answer whose sender closes at once', async () => {
  const large = 'x'.repeat(3_000_000);
  await using parts = await setUp((_, response) => response.setHeader('connection', 'close').end(large));
  parts.proxy.forwardTo(parts.target);
  parts.proxy.set('slow', 20);
  expect(await parts.get()).toHaveLength(large.length);
});

it('hang answers nothing, and what it held back goes on once it is mended', async () => {
  await using parts = await setUp();
  parts.proxy.forwardTo(parts.target);
  parts.proxy.set('hang');
  await expect(parts.get(50)).rejects.toThrow('Headers Timeout');
  const patient = parts.get();
  parts.proxy.set('up');
  expect(await patient).toBe('hello');
});

it('a target that is gone resets the client', async () => {
  await using parts = await setUp();
  const { address } = await FaultProxy.listen().then(async (closed) => {
    const free = { address: closed.address };
    await closed.close();
    return free;
  });
  parts.proxy.forwardTo(address);
  await expect(parts.get()).rejects.toThrow();
});
