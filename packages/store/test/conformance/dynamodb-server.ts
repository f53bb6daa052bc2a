import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbProxy } from '../faults/dynamodb.ts';
import type { Server } from './fixture.ts';

/** A server that speaks DynamoDB at an HTTP endpoint; `stop` ends it when it is ours. */
export const dynamoDbServer = (endpoint: string, stop: () => Promise<void>): Server => {
  const prefix = `conformance-${Date.now()}`;
  const url = `dynamodb+http://${new URL(endpoint).host}/${prefix}`;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  );
  return {
    url,
    kind: 'dynamodb',
    proxy: (port) => startDynamoDbProxy(url, port),
    storedExpiry: async (table, id) => {
      const { Item } = await client.send(new GetCommand({ TableName: `${prefix}-${table}`, Key: { id } }));
      return Number(Item?.['_expires']) * 1000;
    },
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await stop();
    },
  };
};
