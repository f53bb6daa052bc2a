import type { EventData, EventType } from '@qsr/events';
import type { LoyaltyClient } from '@qsr/legacy';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { pointsInLots } from '../src/domain/lots.ts';
import { accountIdOf } from '../src/ids.ts';
import { accountsTable, type LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { cardKey, cardsTable } from '../src/repository/cards.ts';
import { enrolmentsTable } from '../src/repository/enrolments.ts';
import { member } from './fixtures.ts';
import { createFuse } from './fuse.ts';
import { booksOf, completed, registered, startProcess } from './process.ts';
import { startWorld, type LoyaltyWorld } from './world.ts';

const sampling = {
  numRuns: Number(process.env['CRASH_RUNS'] ?? 8),
  seed: Number(process.env['CRASH_SEED'] ?? 1),
  endOnFailure: true,
};

/** Every run has a member and an order of its own. */
const members = Array.from({ length: sampling.numRuns + 1 }, (_, index) => member(index + 100, { wallets: {} }));
let next = 0;

let world: LoyaltyWorld;
beforeAll(async () => {
  world = await startWorld(members);
});
afterEach(() => world.setFaults({}));
afterAll(() => world[Symbol.asyncDispose]());

const noon = '2026-03-01T12:00:00.000Z';
const pass = (minutes: number): void => world.setNow(new Date(world.now().getTime() + minutes * 60_000).toISOString());

type Process = ReturnType<typeof startProcess>;

/** One process after another, each with a fault of the legacy system and most of them killed at some step. */
const lives = (longest: number) =>
  fc.array(
    fc.record({
      fault: fc.constantFrom<object>(...[{}, {}, { loseAcknowledgement: true }, { outage: true }, { errorRate: 0.5 }], {
        duplicateMode: 'none',
        loseAcknowledgement: 0.5,
      }),
      kill: fc.option(fc.record({ at: fc.integer({ min: 1, max: longest }), after: fc.boolean() }), { freq: 5 }),
    }),
    { minLength: 3, maxLength: 6 },
  );
type Lives = ReturnType<typeof lives> extends fc.Arbitrary<infer Value> ? Value : never;

/** Lets processes live and die, and then a healthy one until it has nothing to do; time passes between them. */
const survive = async (all: Lives, minutes: number, live: (process: Process) => Promise<void>): Promise<void> => {
  for (const { fault, kill } of all) {
    await world.setFaults(fault);
    const process = startProcess(world, createFuse(kill?.at, kill?.after), 60);
    await live(process).catch(() => undefined);
    await process.close();
    pass(minutes);
  }
  await world.setFaults({ duplicateMode: 'none' });
  const healthy = startProcess(world);
  for (let round = 0; round < 5; round += 1) {
    await live(healthy);
    pass(minutes);
  }
  await healthy.close();
};

const told = <Type extends EventType>({ outbox = [] }: LoyaltyAccountItem, type: Type) =>
  outbox.filter((event) => event.type === type).map(({ data }) => data as EventData<Type>);

it('an enrolment that is killed anywhere makes one account and one card, and no point of it is lost (J1)', async () => {
  const scenario = fc.record({
    lives: lives(16),
    order: fc.constantFrom<Array<'sign up' | 'buy'>>(['sign up', 'buy'], ['buy', 'sign up']),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ lives: all, order }) => {
      world.setNow(noon);
      next += 1;
      const customerId = `cus_${String(900 + next).padStart(26, '0')}`;
      const deliver = {
        'sign up': (process: Process) => process.register(registered(customerId)),
        buy: (process: Process) => process.complete(completed({ customerId }, 900 + next)),
      };
      const unheard = [...order];
      await survive(all, 5, async (process) => {
        for (const name of [...unheard]) {
          await deliver[name](process);
          unheard.shift();
        }
        await process.enrol();
        await process.attend();
        while ((await process.post()) > 0);
      });
      const id = accountIdOf(customerId, 'default');
      const session = world.store.session();
      const account = (await session.table(accountsTable).get({ partition: id }))!;
      const cards = await world.membersOf(customerId);
      expect(cards.map(({ accountId }) => accountId)).toStrictEqual([account.legacyAccountId]);
      const card = await session.table(cardsTable).get({ partition: cardKey(account.cardNumber!) });
      const place = await session.table(enrolmentsTable).get({ partition: customerId, sort: 'default' });
      expect([account.status, card?.accountId, place?.accountId]).toStrictEqual(['ACTIVE', id, id]);
      expect(told(account, 'loyalty.account.enrolled')).toHaveLength(1);
      const { ledger, points, transactions } = await booksOf(world, account);
      expect(ledger.map(({ type, status, points: moved }) => [type, status, moved])).toStrictEqual([
        ['ACCRUAL', 'POSTED', 100],
      ]);
      expect([points, transactions.length, account.entries, account.enrolDue]).toStrictEqual([100, 1, [], undefined]);
    }),
    sampling,
  );
}, 120_000);

/** A process whose first such call of the legacy system is answered when something else has happened. */
const overtaken = (call: 'enrol' | 'history', meanwhile: () => Promise<unknown>) => {
  const fuse = createFuse();
  let happened: Promise<unknown> | undefined;
  const client = (inner: LoyaltyClient): LoyaltyClient => {
    const after = async <Value>(name: typeof call, act: () => Promise<Value>): Promise<Value> => {
      const answer = await act();
      if (name === call) await (happened ??= meanwhile());
      return answer;
    };
    return {
      ...inner,
      session: () => {
        const session = inner.session();
        return { ...session, history: (id, query) => after('history', () => session.history(id, query)) };
      },
      writes: () => {
        const writes = inner.writes();
        return { ...writes, enrol: (one) => after('enrol', () => writes.enrol(one)) };
      },
    };
  };
  return startProcess(world, { ...fuse, client });
};

const accountOf = async (id: string) => (await world.store.session().table(accountsTable).get({ partition: id }))!;

it('an enrolment keeps others away while it lasts, and leaves a card alone that was linked meanwhile', async () => {
  world.setNow(noon);
  const customerId = `cus_${String(899).padStart(26, '0')}`;
  const id = accountIdOf(customerId, 'default');
  await using other = startProcess(world);
  await using slow = overtaken('enrol', async () => {
    expect(await other.enrol()).toBe(0);
    await other.link(id, { status: 'ACTIVE', legacyAccountId: '1', cardNumber: '6000' });
  });
  await slow.register(registered(customerId));
  await slow.enrol();
  expect(await accountOf(id)).toMatchObject({ status: 'ACTIVE', cardNumber: '6000' });
});

const lot = (id: string, remaining: number, expiresOn: string) => ({ id, entryId: `led_${id}`, remaining, expiresOn });

/** A member whose round is due, with two lots that have run out and one that does soon. */
const dueMember = (run: number, missing = 0): LoyaltyAccountItem => ({
  ...members[run]!,
  announcedTierCode: 'gold',
  qualifyingDays: { '2025-02-20': 600, '2025-09-01': 600 },
  reconciliation: { through: '2026-02-28', covered: [], fraction: 0, difference: 0 },
  ...{ roundShard: 'round-0', roundDue: noon },
  wallets: {
    points: {
      ...{ holds: [], movements: [] },
      lots: [
        ...[lot(`a${run}`, 200, '2026-02-27'), lot(`b${run}`, 300, '2026-02-28')],
        ...[lot(`c${run}`, 100, '2026-03-02'), lot(`d${run}`, 400 - missing, '2027-01-01')],
      ],
    },
  },
});

it('a daily round that is killed anywhere expires each lot once, tells each thing once, and both books agree (I9 I10 I12)', async () => {
  const scenario = fc.record({
    lives: lives(40),
    spent: fc.constantFrom(0, 120, 250),
    missing: fc.constantFrom(0, 0, 50),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ lives: all, spent, missing }) => {
      world.setNow(noon);
      const ann = dueMember(run, missing);
      run += 1;
      await world.store.dangerouslyImport(accountsTable, [ann]);
      if (spent > 0) await world.redeem(ann, spent);
      await survive(all, 16, async (process) => {
        await process.attend();
        while ((await process.post()) > 0);
      });
      const { account, ledger, points, transactions } = await booksOf(world, ann);
      // What was spent came off the lots that ran out: the other two are whole.
      expect([points, pointsInLots(account.wallets['points']!)]).toStrictEqual([500, 500 - missing]);
      const expired = ledger.filter(({ type }) => type === 'EXPIRATION');
      expect(expired.map(({ lotId, status, points: moved }) => [lotId, status, moved]).toSorted()).toStrictEqual([
        ...(spent < 200 ? [[ann.wallets['points']!.lots[0]!.id, 'POSTED', spent - 200]] : []),
        [ann.wallets['points']!.lots[1]!.id, 'POSTED', Math.min(spent - 500, 0) - Math.min(spent - 200, 0)],
      ]);
      expect(transactions).toHaveLength(expired.length + (spent > 0 ? 1 : 0));
      expect(ledger).toHaveLength(transactions.length);
      expect(account.entries).toStrictEqual([]);
      expect(told(account, 'loyalty.points.expired')).toHaveLength(expired.length);
      expect(told(account, 'loyalty.points.expiring')).toMatchObject([{ points: 100, days: 1 }]);
      expect(told(account, 'loyalty.tier.changed')).toMatchObject([{ from: 'gold', to: 'silver' }]);
      expect(told(account, 'loyalty.reconciliation.mismatch')).toHaveLength(missing > 0 ? 1 : 0);
    }),
    sampling,
  );
}, 120_000);

it('a daily round that is overtaken by an order loses none of its points', async () => {
  world.setNow(noon);
  const ann = dueMember(sampling.numRuns);
  await world.store.dangerouslyImport(accountsTable, [ann]);
  await using other = startProcess(world);
  await using slow = overtaken('history', () => other.complete(completed(ann, 890)));
  await slow.attend();
  expect((await accountOf(ann.id)).entries).toMatchObject([{ type: 'ACCRUAL', status: 'PENDING' }]);
});
