import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endToEnd } from './suite.ts';

const { MONGODB_URI, CI } = process.env;

/** As in production: profile, orders and content on the Mongo API of Cosmos DB, a database of its own for this run. */
const storeUrl = (): string => {
  const url = new URL(MONGODB_URI ?? '');
  url.pathname = `/e2e-${randomUUID()}`;
  return url.href;
};

if (MONGODB_URI !== undefined || CI !== undefined) {
  endToEnd('with profile, orders and content on Cosmos DB', () => {
    const url = storeUrl();
    return { stores: { profile: url, orders: url, content: url } };
  });
} else {
  describe.skip('with profile, orders and content on Cosmos DB', () => {
    it('needs MONGODB_URI; `npm run services` starts a server and prints it', () => {
      expect(MONGODB_URI).toBeDefined();
    });
  });
}
