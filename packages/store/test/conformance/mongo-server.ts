import { MongoClient } from 'mongodb';
import { startMongoProxy } from '../faults/mongo.ts';
import type { Server } from './fixture.ts';

/** A MongoDB server at a URI without a database; `stop` ends it when it is ours. */
export const mongoServer = (uri: string, stop: () => Promise<void>): Server => {
  const database = `conformance-${Date.now()}`;
  const url = `mongodb://${new URL(uri).host}/${database}`;
  const client = new MongoClient(url);
  return {
    url,
    kind: 'mongo',
    proxy: (port) => startMongoProxy(url, port),
    storedExpiry: async (table, id) => {
      const collection = client.db().collection<{ _id: string; _expires: Date }>(table);
      const indexes = await collection.indexes();
      const expiring = indexes.find(({ expireAfterSeconds }) => expireAfterSeconds === 0);
      if (expiring?.key['_expires'] !== 1) return NaN;
      const document = await collection.findOne({ _id: id });
      return document?._expires.getTime() ?? NaN;
    },
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await stop();
    },
  };
};
