import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { dynamoDbServer } from './conformance/dynamodb-server.ts';
import { storeConformance } from './conformance/suite.ts';

storeConformance('dynalite', 'dynamodb', async () => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return dynamoDbServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.close();
    await once(server, 'close');
  });
});
