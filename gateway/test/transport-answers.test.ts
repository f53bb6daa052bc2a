import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../src/subgraph/transport.ts';
import { anyAnswer } from './support/any-answer.ts';
import {
  answerAndClose,
  answerOnce,
  bytewise,
  chunked,
  clients,
  head,
  ok,
  open,
  outcome,
  post,
  serve,
} from './support/transports.ts';
import { sized, writeInPieces, type Script } from './support/raw-server.ts';

const LONG = 'x'.repeat(20_000);
const pound = Buffer.from('£');

const answers: Record<string, { script: Script; expected: RawAnswer }> = {
  'with a length': { script: answerOnce(sized('{"data":{}}')), expected: ok('{"data":{}}') },
  'in many pieces': { script: answerOnce(...bytewise(sized('{"data":{}}'))), expected: ok('{"data":{}}') },
  'with an empty body': { script: answerOnce(sized('')), expected: ok('') },
  'with a body cut inside a character': {
    script: answerOnce(head('content-length: 4'), 'a', pound.subarray(0, 1), pound.subarray(1), 'b'),
    expected: ok('a£b'),
  },
  'with headers in other spellings': {
    script: answerOnce('HTTP/1.1 200 \r\nCONTENT-Length:2\r\nx-empty:\r\nx-blank: \t\r\nx-latin: \xe9\r\n\r\nok'),
    expected: ok('ok'),
  },
  'without a reason': {
    script: answerOnce('HTTP/1.1 404\r\ncontent-length: 2\r\n\r\nok'),
    expected: { status: 404, text: 'ok' },
  },
  'in chunks': {
    script: answerOnce(chunked, '2\r\nok\r\n', 'A\r\n0123456789\r\n0\r\n\r\n'),
    expected: ok('ok0123456789'),
  },
  'in chunks cut anywhere': { script: answerOnce(...bytewise(`${chunked}2\r\nok\r\n00\r\n\r\n`)), expected: ok('ok') },
  'in chunks with extensions and trailers': {
    script: answerOnce(chunked, '2;a=b;c="d"\r\nok\r\n0;last\r\nx-digest: 1\r\nx-more:\r\n\r\n'),
    expected: ok('ok'),
  },
  'in no chunk': { script: answerOnce(`${chunked}0\r\n\r\n`), expected: ok('') },
  'up to the end of the connection': { script: answerAndClose(head(), 'o', 'k'), expected: ok('ok') },
  'of HTTP/1.0': { script: answerAndClose('HTTP/1.0 200 OK\r\n\r\nok'), expected: ok('ok') },
  'of HTTP/1.0 with a length': {
    script: answerOnce('HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok'),
    expected: ok('ok'),
  },
  'after interim ones': {
    script: answerOnce('HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', sized('ok')),
    expected: ok('ok'),
  },
  'without a body by its status': {
    script: answerOnce('HTTP/1.1 204 No Content\r\n\r\n'),
    expected: { status: 204, text: '' },
  },
  'without a body whatever its length says': {
    script: answerOnce('HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\n'),
    expected: { status: 304, text: '' },
  },
  'of 5 MB': { script: answerOnce(sized('é'.repeat(2_500_000))), expected: ok('é'.repeat(2_500_000)) },
  'of 5 MB in chunks': {
    script: answerOnce(
      chunked,
      ...Array.from({ length: 50 }, () => `186a0\r\n${'y'.repeat(100_000)}\r\n`),
      '0\r\n\r\n',
    ),
    expected: ok('y'.repeat(5_000_000)),
  },
};

const faults: Record<string, Script> = {
  'closes at once': (socket) => socket.end(),
  'resets the connection': (socket) => socket.resetAndDestroy(),
  'closes within the head': answerAndClose('HTTP/1.1 200 OK\r\ncontent-le'),
  'closes within a body with a length': answerAndClose(head('content-length: 500'), '{"data":'),
  'closes within a chunk': answerAndClose(chunked, 'A\r\n0123'),
  'closes between chunks': answerAndClose(chunked, '2\r\nok\r\n'),
  'closes before the end of the trailers': answerAndClose(chunked, '2\r\nok\r\n0\r\nx-a: b\r\n'),
};

const failures: Record<string, Script> = {
  'is not HTTP': answerOnce('SSH-2.0-OpenSSH_9.6\r\n\r\n'),
  'has no status': answerOnce('HTTP/1.1 OK\r\ncontent-length: 2\r\n\r\nok'),
  'has a line that is no header': answerOnce(head('content-length: 2', 'nonsense'), 'ok'),
  'has a blank before a colon': answerOnce(head('content-length : 2'), 'ok'),
  'has a folded header': answerOnce(head('x-long: a', ' b', 'content-length: 2'), 'ok'),
  'has a control character in a header': answerOnce(head('x-null: a\0b', 'content-length: 2'), 'ok'),
  'has a line that ends early': answerOnce(head('x-cr: a\rb: c', 'content-length: 2'), 'ok'),
  'has two lengths': answerOnce(head('content-length: 2', 'content-length: 3'), 'okk'),
  'has a list of lengths': answerOnce(head('content-length: 2, 3'), 'okk'),
  'has a negative length': answerOnce(head('content-length: -2'), 'ok'),
  'has a length with a sign': answerOnce(head('content-length: +2'), 'ok'),
  'has a length of another base': answerOnce(head('content-length: 0x2'), 'ok'),
  'has both a length and chunks': answerOnce(
    head('content-length: 2', 'transfer-encoding: chunked'),
    '2\r\nok\r\n0\r\n\r\n',
  ),
  'has both chunks and a length': answerOnce(
    head('transfer-encoding: chunked', 'content-length: 2'),
    '2\r\nok\r\n0\r\n\r\n',
  ),
  'has a chunk without a size': answerOnce(chunked, 'ok\r\n\r\n'),
  'has a chunk with a negative size': answerOnce(chunked, '-2\r\nok\r\n0\r\n\r\n'),
  'has a chunk longer than its size': answerOnce(chunked, '2\r\nokk\r\n0\r\n\r\n'),
  'has a bare line end after the size of a chunk': answerOnce(chunked, '22\nok\r\n0\r\n\r\n'),
  'has trailers that are too long': answerOnce(
    `${chunked}0\r\n`,
    ...Array.from({ length: 40 }, () => `x-a: ${'y'.repeat(500)}\r\n`),
    '\r\n',
  ),
  'has a head that is too long': answerOnce(head(`x-long: ${LONG}`, 'content-length: 2'), 'ok'),
  'has a head that never ends': answerOnce(
    'HTTP/1.1 200 OK\r\n',
    ...Array.from({ length: 40 }, () => `x-a: ${'y'.repeat(500)}\r\n`),
  ),
};

describe.each(clients)('the client over %s', (client) => {
  describe.each(Object.entries(answers))('takes an answer %s', (_, { script, expected }) => {
    it('as it is', async () => {
      const transport = open((await serve(script)).url, { client });
      expect(await post(transport)).toStrictEqual(expected);
      expect(await post(transport)).toStrictEqual(expected);
    });
  });

  it.each(Object.entries(faults))('knows the connection at fault when the peer %s', async (_, script) => {
    expect(await outcome(post(open((await serve(script)).url, { client })))).toBe('fault');
  });

  it.each(Object.entries(failures))('refuses an answer that %s, and the connection with it', async (_, script) => {
    const server = await serve((socket, request) =>
      request.connection === 1 ? script(socket, request) : socket.write(sized('fine')),
    );
    const transport = open(server.url, { client });
    expect(await outcome(post(transport))).toBe('failure');
    expect(await post(transport)).toStrictEqual(ok('fine'));
    expect(server.connections).toBe(2);
  });

  it.each([
    ['its length', head(`content-length: 1001`)],
    ['its first chunk', `${chunked}3e9\r\n${'x'.repeat(1001)}`],
    ['its chunks', `${chunked}1f4\r\n${'x'.repeat(500)}\r\n1f5\r\n${'x'.repeat(501)}`],
    ['what came', head() + 'x'.repeat(1001)],
  ])('ends an answer that is too long by %s, without waiting for all of it', async (_, bytes) => {
    const server = await serve(answerOnce(bytes.endsWith('\r\n\r\n') ? bytes + 'x'.repeat(1001) : bytes));
    const sent = post(open(server.url, { client, maxBytes: 1_000 }));
    await expect(sent).rejects.toThrow('the answer is longer than 1000 bytes');
  });

  it('takes an answer that is as long as it may be', async () => {
    const body = 'x'.repeat(1_000);
    const bodies = [sized(body), `${chunked}3e8\r\n${body}\r\n0\r\n\r\n`];
    const server = await serve((socket) => void socket.write(bodies.shift() ?? ''));
    const transport = open(server.url, { client, maxBytes: 1_000 });
    expect(await post(transport)).toStrictEqual(ok(body));
    expect(await post(transport)).toStrictEqual(ok(body));
  });

  it('takes any answer cut anywhere', async () => {
    const cases: Buffer[][] = [];
    const server = await serve((socket) => void writeInPieces(socket, cases.pop() ?? []));
    const transport = open(server.url, { client });
    await fc.assert(
      fc.asyncProperty(anyAnswer, async ({ pieces, expected }) => {
        cases.push(pieces);
        expect(await post(transport)).toStrictEqual(expected);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
