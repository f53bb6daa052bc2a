import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endToEnd } from './suite.ts';

const { MONGODB_URI, REDIS_URL, CI } = process.env;

/** As in production: profile, orders and content on the Mongo API of Cosmos DB, a database of its own for this run. */
const storeUrl = (): string => {
  const url = new URL(MONGODB_URI ?? '');
  url.pathname = `/e2e-${randomUUID()}`;
  return url.href;
};

/** One of Redis's numbered databases, so that this run does not meet what another one cached. */
const ownDatabase = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : new URL(`/${1 + (process.pid % 15)}`, url).href;

if (MONGODB_URI !== undefined || CI !== undefined) {
  endToEnd('with profile, orders and content on Cosmos DB', () => {
    const url = storeUrl();
    return { stores: { profile: url, orders: url, content: url }, redisUrl: ownDatabase(REDIS_URL) };
  });
} else {
  describe.skip('with profile, orders and content on Cosmos DB', () => {
    it('needs MONGODB_URI; `npm run services` starts a server and prints it', () => {
      expect(MONGODB_URI).toBeDefined();
    });
  });
}
