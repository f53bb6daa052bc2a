import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** One operation on the wire. */
export interface Sent {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The bodies of all answers, in order, to requests that are sent on one connection, none waiting for the one before. */
export const pipelined = async (url: string, requests: readonly Sent[]): Promise<string[]> => {
  const { hostname, port } = new URL(url);
  const wire = requests.map(({ body, headers }, index) => {
    const payload = JSON.stringify(body);
    const own = Object.entries({
      ...headers,
      host: 'gateway',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(payload)),
      ...(index === requests.length - 1 ? { connection: 'close' } : {}),
    });
    return `POST /graphql HTTP/1.1\r\n${own.map((header) => `${header.join(': ')}\r\n`).join('')}\r\n${payload}`;
  });
  const socket = connect(Number(port), hostname);
  socket.write(wire.join(''));
  const answers = (await text(socket)).split(/HTTP\/1\.1 \d+ [^\r]+\r\n/).slice(1);
  return answers.map((each) => each.split('\r\n\r\n')[1]?.trim() ?? '');
};
