import type { DynamoDbLocation } from './dynamodb/client.ts';
import type { Store } from './port.ts';
import { settingsOf, type StoreOptions } from './settings.ts';

const FORMS =
  'dynamodb://<region>/<prefix>, dynamodb+http://<host>:<port>/<prefix> or mongodb://<host>:<port>/<database>';

/** Local servers keep their tables apart by region, so that it must be one and the same. */
const LOCAL_REGION = 'us-east-1';

const malformed = (problem: string): TypeError =>
  new TypeError(`store URL: ${problem}; it must have the form ${FORMS}`);

const dynamoDbLocation = (url: URL): DynamoDbLocation => {
  const prefix = url.pathname.slice(1);
  if (url.host === '') throw malformed('the region or host is missing');
  if (!/^[\w.-]{1,100}$/.test(prefix)) throw malformed('the prefix needs 1 to 100 letters, digits, dots, _ or -');
  return url.protocol === 'dynamodb:'
    ? { region: url.host, prefix }
    : { region: LOCAL_REGION, endpoint: `http://${url.host}`, prefix };
};

/**
 * Opens the store that a URL names: `dynamodb://<region>/<prefix>` on AWS, `dynamodb+http://<host>:<port>/<prefix>` on
 * a local server, `mongodb://…/<database>` or `mongodb+srv://…/<database>` on Cosmos DB or MongoDB. Connects with the
 * first operation, so that a database that is down does not keep a service from starting. Loads only the driver it
 * needs. Throws `TypeError` for any other URL; the message does not repeat it, for it may hold a password.
 */
export const openStore = async (url: string, options: StoreOptions = {}): Promise<Store> => {
  const settings = settingsOf(options);
  const scheme = url.split('://', 1)[0] ?? '';
  switch (scheme) {
    case 'dynamodb':
    case 'dynamodb+http': {
      if (!URL.canParse(url)) throw malformed('it cannot be parsed');
      const location = dynamoDbLocation(new URL(url));
      const { DynamoDbStore } = await import('./dynamodb/store.ts');
      return new DynamoDbStore(location, settings);
    }
    case 'mongodb':
    case 'mongodb+srv': {
      if (!/^[^/]+:\/\/[^/?]+\/[^/?]+(\?|$)/.test(url)) throw malformed('the database is missing');
      const { MongoStore } = await import('./mongo/store.ts');
      return new MongoStore(url, settings);
    }
    default:
      throw malformed('its scheme is unknown');
  }
};
