import { OutOfTime } from '@qsr/resilience';
import { onTestFinished } from 'vitest';
import { createTransport, type TransportOptions } from '../../src/subgraph/http/create-transport.ts';
import { isConnectionFault, type RawAnswer, type Transport } from '../../src/subgraph/transport.ts';
import { RawServer, writeInPieces, type Script } from './raw-server.ts';

/** More than any answer here. */
export const MAX_BYTES = 8_000_000;
export const clients = ['sockets', 'undici'] as const;

export const serve = async (script: Script, port?: number): Promise<RawServer> => {
  const server = await RawServer.start(script, port);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
};

export const open = (url: string, options: Partial<TransportOptions>): Transport => {
  const transport = createTransport(url, { client: 'sockets', maxBytes: MAX_BYTES, ...options });
  onTestFinished(() => transport.close());
  return transport;
};

export const same = (answer: RawAnswer): RawAnswer => answer;

export const post = (transport: Transport, body = '{}', timeoutMs = 5_000): Promise<RawAnswer> =>
  transport.post({ headers: ['x-request-id', 'r-1'], body, timeoutMs }, same);

/** What became of an exchange, without the words that differ from client to client. */
export const outcome = (exchange: Promise<RawAnswer>): Promise<RawAnswer | string> =>
  exchange.catch((error: unknown) => {
    if (error instanceof OutOfTime) return 'out of time';
    return isConnectionFault(error) ? 'fault' : 'failure';
  });

/** One byte a piece. */
export const bytewise = (text: string): Buffer[] => [...Buffer.from(text)].map((byte) => Buffer.of(byte));

export const answerOnce =
  (...pieces: readonly (string | Buffer)[]): Script =>
  (socket) =>
    void writeInPieces(
      socket,
      pieces.map((piece) => Buffer.from(piece as string, 'utf8')),
    );

export const answerAndClose =
  (...pieces: readonly string[]): Script =>
  (socket) =>
    void writeInPieces(
      socket,
      pieces.map((piece) => Buffer.from(piece, 'utf8')),
    ).then(() => socket.end());

export const ok = (text: string) => ({ status: 200, text });
export const head = (...lines: readonly string[]): string => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');
export const chunked = head('Transfer-Encoding: chunked');
