import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { BSON } from 'mongodb';
import { Faults, type FaultProxy } from './proxy.ts';

const OP_MSG = 2013;
const HEADER = 16;
/** Flags and the kind of the only section stand before the document. */
const DOCUMENT = HEADER + 5;
const HANDSHAKE = new Set(['hello', 'ismaster', 'isMaster', 'endSessions', 'killCursors']);

const THROTTLED = {
  ok: 0,
  code: 16500,
  codeName: 'RequestRateTooLarge',
  errmsg: "Error=16500, RetryAfterMs=7, Details='Request rate is large.'",
};

/** Cuts a stream into the messages of the wire protocol. */
const splitter = (onMessage: (message: Buffer) => void): ((chunk: Buffer) => void) => {
  let pending = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
      const length = pending.readInt32LE(0);
      onMessage(pending.subarray(0, length));
      pending = pending.subarray(length);
    }
  };
};

/** The command is the name of the document's first member, which follows the length and a type byte. */
const isHandshake = (message: Buffer): boolean => {
  if (message.readInt32LE(12) !== OP_MSG) return true;
  const start = DOCUMENT + 5;
  return HANDSHAKE.has(message.toString('utf8', start, message.indexOf(0, start)));
};

const refusal = (request: Buffer): Buffer => {
  const document = BSON.serialize(THROTTLED);
  const message = Buffer.alloc(DOCUMENT);
  message.writeInt32LE(DOCUMENT + document.length, 0);
  message.writeInt32LE(request.readInt32LE(4), 8);
  message.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([message, document]);
};

const handle = (faults: Faults, client: Socket, target: URL): void => {
  const server = connect(Number(target.port), target.hostname);
  let losing = false;
  const onRequest = (message: Buffer): void => {
    const fault = isHandshake(message) ? undefined : faults.take();
    if (fault === 'hang') return;
    if (fault === 'throttle') client.write(refusal(message));
    else if (fault === 'reset') client.resetAndDestroy();
    else {
      losing = fault === 'lose';
      server.write(message);
    }
  };
  const onAnswer = (message: Buffer): void => {
    if (losing) client.resetAndDestroy();
    else client.write(message);
  };
  client.on('data', splitter(onRequest));
  server.on('data', splitter(onAnswer));
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('close', () => other.destroy());
    one.on('error', () => other.destroy());
  }
};

/** A proxy before a MongoDB server; `url` is the store URL behind it. */
export const startMongoProxy = async (url: string, port = 0): Promise<FaultProxy> => {
  const target = new URL(url);
  const faults = new Faults();
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    handle(faults, client, target);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}?directConnection=true`,
    next: (...script) => faults.next(...script),
    hanging: () => faults.hanging(),
    get calls() {
      return faults.calls;
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
