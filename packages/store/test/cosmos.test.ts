import { describe, expect, it } from 'vitest';
import { isCosmosUrl, withLifetime } from '../src/mongo/cosmos.ts';
import { documentFilter, insertedKey, type MongoTarget } from '../src/mongo/target.ts';
import { things } from './conformance/fixture.ts';

/** What differs on Cosmos DB, of which there is no server to run the suite on. */
describe('the dialect of Cosmos DB', () => {
  it.each([
    ['mongodb://qsr:key@qsr.mongo.cosmos.azure.com:10255/orders?tls=true', true],
    ['mongodb+srv://u:p@qsr.global.mongocluster.cosmos.azure.com/orders', false],
    ['mongodb://127.0.0.1:27017/orders', false],
  ])('%s: %s', (url, cosmos) => expect(isCosmosUrl(url)).toBe(cosmos));

  it('names the partition in every filter, since it is the shard key', () => {
    const target = { spec: things, cosmos: true } as unknown as MongoTarget;
    const key = { partition: 'é', sort: 'a' };

    expect(documentFilter(target, key)).toEqual({ _id: '1:éa', id: '\u00c3\u00a9' });
    expect(insertedKey(target, key)).toEqual({ at: 'a' });
  });

  it('gives a document its lifetime in whole seconds, at least one', () => {
    const now = new Date('2030-01-01T00:00:00Z');
    const lifetime = (expires: string) => withLifetime({ _id: 'a', _expires: new Date(expires) }, now)['ttl'];

    expect(lifetime('2030-01-01T00:01:00.500Z')).toBe(61);
    expect(lifetime('2029-01-01T00:00:00Z')).toBe(1);
    expect(withLifetime({ _id: 'a' }, now)).toEqual({ _id: 'a' });
  });
});
