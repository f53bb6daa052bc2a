import { describe, expect, it } from 'vitest';
import { openStore } from '../src/index.ts';

describe('openStore', () => {
  it.each([
    ['postgres://user:secret@host/db', 'its scheme is unknown'],
    ['dynamodb://us-east-1', 'the prefix'],
    ['dynamodb://us-east-1/a b', 'the prefix'],
    ['dynamodb:///prefix', 'the region or host is missing'],
    ['dynamodb+http://127.0.0.1:99999/local', 'it cannot be parsed'],
    ['mongodb://user:secret@host:27017', 'the database is missing'],
    ['mongodb://user:secret@host:27017/?tls=true', 'the database is missing'],
    ['', 'its scheme is unknown'],
  ])('refuses %s, saying which forms there are and no password', async (url, problem) => {
    const refusal = await openStore(url).catch((error: unknown) => String(error));

    expect(refusal).toContain(problem);
    expect(refusal).toContain('dynamodb://<region>/<prefix>');
    expect(refusal).not.toContain('secret');
  });

  it('takes a Cosmos DB URL with several hosts without connecting', async () => {
    const store = await openStore('mongodb://user:secret@a.example:10255,b.example:10255/orders?tls=true');
    await expect(store.close()).resolves.toBeUndefined();
  });
});
