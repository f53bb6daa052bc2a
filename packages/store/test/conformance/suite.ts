import { afterAll, beforeAll, describe, it } from 'vitest';
import { openStore, type Store } from '../../src/index.ts';
import { failures, partialBatches } from './failures.ts';
import { counters, things, type Cases, type Server } from './fixture.ts';
import { queries } from './queries.ts';
import { reads } from './reads.ts';
import { validation } from './validation.ts';
import { writes } from './writes.ts';

const groups = (kind: Server['kind']): Readonly<Record<string, Cases>> => ({
  reading: reads,
  querying: queries,
  writing: writes,
  refusing: validation,
  failing: kind === 'dynamodb' ? { ...failures, ...partialBatches } : failures,
});

/** Holds one server to everything that the table port promises. */
export const storeConformance = (name: string, kind: Server['kind'], start: () => Promise<Server>): void => {
  describe(`the store on ${name}`, () => {
    let server: Server;
    let store: Store;
    beforeAll(async () => {
      server = await start();
      store = await openStore(server.url);
      await store.ensureTables([things, counters]);
    });
    afterAll(async () => {
      await store.close();
      await server[Symbol.asyncDispose]();
    });
    for (const [group, cases] of Object.entries(groups(kind))) {
      describe(group, () => {
        for (const [outcome, check] of Object.entries(cases)) {
          it(outcome, async () => {
            const session = store.session();
            await check({ server, store, things: session.table(things), counters: session.table(counters) });
          });
        }
      });
    }
  });
};
