import { OutOfTime } from '@qsr/resilience';
import { describe, expect, it, vi } from 'vitest';
import { answerOnce, chunked, clients, head, ok, open, outcome, post, same, serve } from './support/transports.ts';
import { RawServer, sized, type Script } from './support/raw-server.ts';

describe.each(clients)('the client over %s', (client) => {
  it('sends what it was given, in UTF-8', async () => {
    const server = await serve(answerOnce(sized('ok')));
    const transport = open(server.url, { client });
    const bodies = ['{"plain":1}', '{"text":"£ – 漢字 🍔 \u0000"}', 'z'.repeat(5_000_000)];
    for (const body of bodies) await post(transport, body);
    expect(server.requests.map(({ body }) => body)).toStrictEqual(bodies);
    const lines = server.requests[0]?.head.split('\r\n') ?? [];
    expect(lines[0]).toBe('POST /graphql?v=1 HTTP/1.1');
    expect(lines.slice(1, -2).toSorted()).toStrictEqual(
      [
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'accept: application/json',
        'content-type: application/json',
        'x-request-id: r-1',
        'content-length: 11',
      ].toSorted(),
    );
  });

  it('counts a lone surrogate as what is written for it', async () => {
    const server = await serve(answerOnce(sized('ok')));
    await post(open(server.url, { client }), 'a\ud800b');
    expect(server.requests[0]?.body).toBe('a\ufffdb');
  });

  it.each(['a\r\nx-admin: 1', 'a\nb', 'a\rb', 'a\0b', 'a\x7fb', 'a\u2028b'])(
    'never sends the header value %j',
    async (value) => {
      const server = await serve(answerOnce(sized('ok')));
      const transport = open(server.url, { client });
      const sent = transport.post({ headers: ['x-request-id', value], body: '{}', timeoutMs: 5_000 }, same);
      expect(await outcome(sent)).toBe('failure');
      await post(transport);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('rejects with what the reader throws, and keeps the connection', async () => {
    const server = await serve(answerOnce(sized('ok')));
    const transport = open(server.url, { client, connections: 1 });
    const unreadable = new Error('unreadable');
    const read = (): never => {
      throw unreadable;
    };
    await expect(transport.post({ headers: [], body: '', timeoutMs: 5_000 }, read)).rejects.toBe(unreadable);
    await post(transport);
    expect(server.connections).toBe(1);
  });

  it('gives a thousand exchanges over four connections their own answers', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const server = await serve((socket, { body }) => void socket.write(sized(body)));
    const transport = open(server.url, { client, connections: 4 });
    const bodies = Array.from({ length: 1_000 }, (_, index) => `number ${index}`);
    const texts = await Promise.all(bodies.map(async (body) => (await post(transport, body)).text));
    process.off('warning', warned);
    expect(texts).toStrictEqual(bodies);
    expect(server.connections).toBe(4);
    expect(warned).not.toHaveBeenCalled();
  });

  it('lets exchanges wait in order, and one at a time on a connection', async () => {
    let isBusy = false;
    const server = await serve((socket, { body }) => {
      expect(isBusy).toBe(false);
      isBusy = true;
      setImmediate(() => {
        isBusy = false;
        socket.write(sized(body));
      });
    });
    const transport = open(server.url, { client, connections: 1 });
    const bodies = Array.from({ length: 20 }, (_, index) => String(index));
    await Promise.all(bodies.map((body) => post(transport, body)));
    expect(server.requests.map(({ body }) => body)).toStrictEqual(bodies);
  });

  it('opens another connection for those that wait when one ends', async () => {
    const server = await serve((socket, { body }) => {
      if (body === 'broken') socket.end();
      else socket.end(sized(body, 'connection: close'));
    });
    const transport = open(server.url, { client, connections: 1 });
    const outcomes = ['first', 'broken', 'last'].map((body) => outcome(post(transport, body)));
    expect(await Promise.all(outcomes)).toStrictEqual([ok('first'), 'fault', ok('last')]);
    expect(server.connections).toBe(3);
  });

  it('ends an exchange in time, and its connection', async () => {
    const server = await serve((socket, { body }) => {
      if (body !== 'silent') socket.write(sized('ok'));
    });
    const transport = open(server.url, { client, connections: 1 });
    await post(transport, 'first');
    const error = await post(transport, 'silent', 30).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OutOfTime);
    expect(error).toHaveProperty('waitedMs', 30);
    await server.quiet();
    expect(await post(transport, 'last')).toStrictEqual(ok('ok'));
    expect(server.connections).toBe(2);
  });

  it('ends an exchange in time whose answer has begun', async () => {
    const server = await serve(answerOnce(head('content-length: 10'), 'half'));
    expect(await outcome(post(open(server.url, { client }), '{}', 30))).toBe('out of time');
    await server.quiet();
  });

  it('ends an exchange in time that waits for a connection, and never sends it', async () => {
    const server = await serve((socket, { body }) => {
      if (body !== 'slow') socket.write(sized(body));
      else setTimeout(() => socket.write(sized('slow')), 60);
    });
    const transport = open(server.url, { client, connections: 1 });
    const slow = post(transport, 'slow');
    expect(await outcome(post(transport, 'late', 20))).toBe('out of time');
    expect(await slow).toStrictEqual(ok('slow'));
    expect(await post(transport, 'next')).toStrictEqual(ok('next'));
    expect(server.requests.map(({ body }) => body)).toStrictEqual(['slow', 'next']);
  });

  it.each([
    ['says that it closes', sized('ok', 'Connection: x-other, Close')],
    ['keeps connections for no longer than the way takes', sized('ok', 'Keep-Alive: max=5, timeout=1')],
    ['speaks HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok'],
    ['sends more than its answer', `${sized('ok')}HTTP/1.1 200 OK\r\n`],
    ['sends more than its answer in chunks', `${chunked}2\r\nok\r\n0\r\n\r\nHTTP`],
  ])('leaves the connection of a peer that %s', async (_, answer) => {
    const server = await serve(answerOnce(answer));
    const transport = open(server.url, { client });
    for (const number of [1, 2]) {
      expect(await post(transport)).toStrictEqual(ok('ok'));
      await server.quiet();
      expect(server.connections).toBe(number);
    }
  });

  it.each([
    ['says nothing', sized('ok')],
    ['says that it keeps it', sized('ok', 'connection: keep-alive', 'keep-alive: timeout=5')],
    ['says so in HTTP/1.0', 'HTTP/1.0 200 OK\r\nconnection: Keep-Alive\r\ncontent-length: 2\r\n\r\nok'],
    ['answers in chunks', `${chunked}2\r\nok\r\n0\r\n\r\n`],
  ])('keeps the connection of a peer that %s', async (_, answer) => {
    const server = await serve(answerOnce(answer));
    const transport = open(server.url, { client, connections: 1 });
    for (let exchange = 0; exchange < 3; exchange += 1) expect(await post(transport)).toStrictEqual(ok('ok'));
    expect(server.connections).toBe(1);
  });

  it('leaves a connection on which something comes that nobody asked for', async () => {
    const server = await serve(answerOnce(sized('ok')));
    const transport = open(server.url, { client });
    await post(transport);
    for (const socket of server.sockets) socket.write(sized('not yours'));
    await server.quiet();
    expect(await post(transport)).toStrictEqual(ok('ok'));
  });

  it('leaves a connection whose peer answers before it has the whole request', async () => {
    const server = await serve(() => undefined);
    const transport = open(server.url, { client });
    const early = post(transport, 'x'.repeat(20_000_000));
    await vi.waitUntil(() => server.sockets.size > 0, { interval: 1 });
    for (const socket of server.sockets) socket.pause().write(sized('enough'));
    expect(await early).toStrictEqual(ok('enough'));
    expect(await outcome(post(transport, '{}', 50))).toBe('out of time');
    expect(server.connections).toBe(2);
  });

  it('does not notice that a peer was started again between exchanges', async () => {
    const script: Script = (socket) => socket.write(sized('ok'));
    const first = await RawServer.start(script);
    const { url, port } = first;
    const transport = open(url, { client });
    await Promise.all([post(transport), post(transport)]);
    const gone = first.quiet();
    for (const socket of first.sockets) socket.end();
    await gone;
    await first[Symbol.asyncDispose]();
    await serve(script, port);
    expect(await post(transport)).toStrictEqual(ok('ok'));
  });

  it('knows the connection at fault when a kept one ends with the next request', async () => {
    const ends: Script[] = [(socket) => socket.end(), (socket) => socket.resetAndDestroy()];
    const server = await serve((socket, request) => {
      if (request.body === 'end') ends.pop()?.(socket, request);
      else socket.write(sized('ok'));
    });
    const transport = open(server.url, { client });
    for (let round = 0; round < 2; round += 1) {
      await post(transport);
      expect(await outcome(post(transport, 'end'))).toBe('fault');
    }
    expect(server.requests).toHaveLength(4);
  });

  it('knows the connection at fault when nobody listens', async () => {
    const server = await RawServer.start(() => undefined);
    const { url } = server;
    await server[Symbol.asyncDispose]();
    expect(await outcome(post(open(url, { client })))).toBe('fault');
  });

  it('finds a peer by its name', async () => {
    const server = await serve(answerOnce(sized('ok')));
    expect(await post(open(server.url.replace('127.0.0.1', 'localhost'), { client }))).toStrictEqual(ok('ok'));
  });

  it('ends everything when it is closed', async () => {
    const server = await serve(() => undefined);
    const transport = open(server.url, { client, connections: 2 });
    const outcomes = Array.from({ length: 4 }, () => outcome(post(transport)));
    await vi.waitUntil(() => server.requests.length === 2, { interval: 1 });
    const quiet = server.quiet();
    await transport.close();
    expect(await Promise.all(outcomes)).toStrictEqual(['failure', 'failure', 'failure', 'failure']);
    expect(await outcome(post(transport))).toBe('failure');
    await quiet;
    expect(server.connections).toBe(2);
  });
});
