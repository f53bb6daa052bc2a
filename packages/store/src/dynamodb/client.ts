import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Requests in flight at once to DynamoDB; more wait for a socket. */
const MAXIMUM_SOCKETS = 128;

/** Where the tables are. `endpoint` is given for a server that is not AWS: it takes any credentials. */
export interface DynamoDbLocation {
  readonly region: string;
  readonly endpoint?: string;
  /** Stands before every table name, with a dash. */
  readonly prefix: string;
}

/** The document client of one store. Its own retries are off: the store's operations retry, within their deadline. */
export const createClient = ({ region, endpoint }: DynamoDbLocation, timeoutMs: number): DynamoDBDocumentClient => {
  const agent = { keepAlive: true, maxSockets: MAXIMUM_SOCKETS };
  const config: DynamoDBClientConfig = {
    region,
    maxAttempts: 1,
    endpointDiscoveryEnabled: false,
    requestHandler: new NodeHttpHandler({
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      // Both times would include the wait for a free socket; there is no limit for connecting alone.
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
      // Waiting for a socket ends with the operation's deadline; the SDK would only print a warning.
      socketAcquisitionWarningTimeout: timeoutMs,
    }),
    ...(endpoint === undefined ? {} : { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  };
  return DynamoDBDocumentClient.from(new DynamoDBClient(config));
};
