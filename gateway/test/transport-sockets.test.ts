import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AnswerReader } from '../src/subgraph/http/answer-reader.ts';
import { createTransport } from '../src/subgraph/http/create-transport.ts';
import { anyAnswer } from './support/any-answer.ts';
import { answerOnce, head, ok, open, outcome, post, same, serve, MAX_BYTES } from './support/transports.ts';
import { RawServer, sized, type Script } from './support/raw-server.ts';

afterEach(() => vi.useRealTimers());

describe('the client over sockets', () => {
  it('gives the same answer for the same bytes, wherever they are cut', () => {
    fc.assert(
      fc.property(anyAnswer, ({ pieces, expected }) => {
        const whole = Buffer.concat(pieces);
        const cuts = [pieces, [whole], [...whole].map((byte) => Buffer.of(byte))];
        for (const cut of cuts) {
          const reader = new AnswerReader(MAX_BYTES);
          // The bytes are lent: they are others as soon as they were pushed.
          const came = cut.map((piece) => {
            const lent = Buffer.from(piece);
            const answer = reader.push(lent);
            lent.fill(0);
            return answer;
          });
          expect(came.pop()).toStrictEqual(expected);
          expect(came.every((answer) => answer === undefined)).toBe(true);
          expect(reader.keptMs).toBeGreaterThan(0);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('is answered or refuses, whatever comes', () => {
    fc.assert(
      fc.property(anyAnswer, fc.nat(300), fc.nat(255), ({ pieces }, place, byte) => {
        const spoilt = Buffer.concat(pieces);
        spoilt[place % spoilt.length] = byte;
        const outcomes = [[spoilt], [...spoilt].map((one) => Buffer.of(one))].map((cut) => {
          const reader = new AnswerReader(MAX_BYTES);
          try {
            return cut.map((piece) => reader.push(piece)).find((answer) => answer !== undefined) ?? 'unfinished';
          } catch {
            return 'refused';
          }
        });
        expect(outcomes[0]).toStrictEqual(outcomes[1]);
      }),
      { seed: 13, numRuns: 2_000 },
    );
  });

  it.each<[string, Script]>([
    ['is of another version', answerOnce('HTTP/2.0 200 OK\r\ncontent-length: 2\r\n\r\nok')],
    ['changes the protocol', answerOnce('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n')],
    ['has chunks in HTTP/1.0', answerOnce('HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n')],
    ['has a coding that is not known', answerOnce(head('transfer-encoding: gzip, chunked'), '0\r\n\r\n')],
    [
      'has a length with a blank that is none of HTTP',
      answerOnce(Buffer.from(head('content-length: 2\xa0'), 'latin1'), 'ok'),
    ],
  ])('refuses an answer that %s, which undici takes or calls a fault of the connection', async (_, script) => {
    expect(await outcome(post(open((await serve(script)).url, {})))).toBe('failure');
  });

  it('does not wait for a chunk that is announced as too long', async () => {
    const sent = post(open((await serve(answerOnce(head('transfer-encoding: chunked'), 'ffffffff\r\n'))).url, {}));
    await expect(sent).rejects.toThrow('the answer is longer than');
  });

  it('speaks with nobody whose URL asks for TLS', async () => {
    const server = await serve(answerOnce(sized('ok')));
    await outcome(post(open(server.url.replace('http:', 'https:'), {}), '{}', 50));
    expect(server.requests).toHaveLength(0);
  });

  it('takes a reset for no end of a body, as undici does', async () => {
    const server = await serve((socket) => {
      socket.write(`${head()}half`, () => socket.resetAndDestroy());
    });
    expect(await outcome(post(open(server.url, {})))).toBe('fault');
  });

  it('takes away blanks after a value', async () => {
    const server = await serve(answerOnce(head('content-length: \t2 \t '), 'ok'));
    expect(await post(open(server.url, {}))).toStrictEqual(ok('ok'));
  });

  it('uses the connection again that was used last', async () => {
    const server = await serve((socket, { body }) => {
      if (body !== 'second') socket.write(sized('ok'));
      else setTimeout(() => socket.write(sized('ok')), 20);
    });
    const transport = open(server.url, {});
    await Promise.all([post(transport, 'first'), post(transport, 'second')]);
    await post(transport, 'third');
    await post(transport, 'fourth');
    expect(server.connections).toBe(2);
    expect(new Set(server.requests.slice(2).map(({ connection }) => connection)).size).toBe(1);
  });

  it('waits on after 100 Continue, which undici takes for an error', async () => {
    const server = await serve(answerOnce('HTTP/1.1 100 Continue\r\n\r\n', sized('ok')));
    expect(await post(open(server.url, {}))).toStrictEqual(ok('ok'));
  });

  it('sends no header value beyond ASCII, which servers read differently', async () => {
    const transport = open('http://127.0.0.1:1', {});
    const sent = transport.post({ headers: ['x-request-id', 'é'], body: '', timeoutMs: 5_000 }, same);
    await expect(sent).rejects.toThrow('the value of the header x-request-id has a character that no header may have');
  });

  it('closes connections that were idle for longer than their peer keeps them, less a second', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const server = await serve((socket, { body }) => void socket.write(sized('ok', `keep-alive: timeout=${body}`)));
    const transport = open(server.url, {});
    await Promise.all([post(transport, '3'), post(transport, '9')]);
    const [short, long] = server.requests.map(({ body }) => body);
    expect([short, long].toSorted()).toStrictEqual(['3', '9']);
    vi.advanceTimersByTime(1_999);
    await post(transport, '9');
    expect(server.sockets.size).toBe(2);
    const oneClosed = new Promise((resolve) => {
      for (const socket of server.sockets) socket.once('close', resolve);
    });
    vi.advanceTimersByTime(1_001);
    await oneClosed;
    expect(server.sockets.size).toBe(1);
    const quiet = server.quiet();
    vi.advanceTimersByTime(8_000);
    await quiet;
    expect(server.connections).toBe(2);
  });

  it('never uses a connection that was idle for too long, closed or not', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const server = await serve(answerOnce(sized('ok')));
    const transport = open(server.url, {});
    for (const idleMs of [3_999, 4_000, 0]) {
      await post(transport);
      vi.advanceTimersByTime(idleMs);
    }
    expect(server.requests.map(({ connection }) => connection)).toStrictEqual([1, 1, 2]);
  });

  it('gives up a connection that does not come about, as a fault of the connection', async () => {
    const server = await serve(answerOnce(sized('ok')));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sent = post(open(server.url, {}));
    // No event of the network is seen before this is through.
    vi.advanceTimersByTime(1_000);
    expect(await outcome(sent)).toBe('fault');
    expect(server.requests).toHaveLength(0);
  });

  it('leaves nothing behind that keeps the process alive', async () => {
    const held = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    const before = held();
    const server = await RawServer.start(answerOnce(sized('ok')));
    const transport = createTransport(server.url, { client: 'sockets', maxBytes: MAX_BYTES });
    await Promise.all([post(transport), post(transport)]);
    await transport.close();
    await server[Symbol.asyncDispose]();
    await vi.waitUntil(() => held() <= before, { interval: 1 });
    expect(process.getActiveResourcesInfo()).not.toContain('TCPConnectWrap');
  });
});
