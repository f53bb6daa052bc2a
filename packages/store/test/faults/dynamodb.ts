import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, json } from 'node:stream/consumers';
import { Faults, type FaultProxy } from './proxy.ts';

interface Batch {
  RequestItems: Record<string, unknown[] | { Keys: unknown[] }>;
}

const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});

/** Cuts the lists of a batch in two. */
const halves = ({ RequestItems }: Batch): [Batch, Batch['RequestItems']] => {
  const cut = (half: (list: unknown[]) => unknown[]): Batch['RequestItems'] =>
    Object.fromEntries(
      Object.entries(RequestItems).map(([table, work]) => [
        table,
        Array.isArray(work) ? half(work) : { ...work, Keys: half(work.Keys) },
      ]),
    );
  const middle = (list: unknown[]): number => Math.ceil(list.length / 2);
  return [{ RequestItems: cut((list) => list.slice(0, middle(list))) }, cut((list) => list.slice(middle(list)))];
};

const send = async (incoming: IncomingMessage, body: Buffer, port: number): Promise<IncomingMessage> => {
  const headers = { ...incoming.headers, 'content-length': String(body.length) };
  const forwarded = request({ host: '127.0.0.1', port, method: 'POST', path: '/', headers });
  forwarded.end(body);
  const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
  return answer;
};

const partial = async (incoming: IncomingMessage, body: Buffer, port: number): Promise<string> => {
  const [first, rest] = halves(JSON.parse(body.toString()) as Batch);
  const answer = (await json(await send(incoming, Buffer.from(JSON.stringify(first)), port))) as object;
  return JSON.stringify({ ...answer, ['Responses' in answer ? 'UnprocessedKeys' : 'UnprocessedItems']: rest });
};

const handle = async (faults: Faults, port: number, [incoming, outgoing]: [IncomingMessage, ServerResponse]) => {
  const fault = faults.take();
  const body = await buffer(incoming);
  switch (fault) {
    case 'hang':
      return;
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    case 'throttle':
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(THROTTLED);
      return;
    case 'partial':
      outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(await partial(incoming, body, port));
      return;
    case 'lose':
    case undefined: {
      const answer = await send(incoming, body, port);
      const answerBody = await buffer(answer);
      if (fault === 'lose') incoming.socket.resetAndDestroy();
      else outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(answerBody);
    }
  }
};

/** A proxy before a DynamoDB endpoint; `url` is the store URL behind it. */
export const startDynamoDbProxy = async (url: string, port = 0): Promise<FaultProxy> => {
  const target = new URL(url);
  const faults = new Faults();
  const server = createServer((...exchange) => void handle(faults, Number(target.port), exchange));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `dynamodb+http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`,
    next: (...script) => faults.next(...script),
    hanging: () => faults.hanging(),
    get calls() {
      return faults.calls;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
