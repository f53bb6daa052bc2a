import { customerViewer, guestViewer, staffViewer, type SubgraphUnderTest } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, ben, members, orderId, ordersOf, suspended } from './fixtures.ts';
import { startWorld, writeOrders, type LoyaltyWorld } from './world.ts';

const viewer = customerViewer(ann.customerId);

let world: LoyaltyWorld;
let loyalty: SubgraphUnderTest;

beforeAll(async () => {
  world = await startWorld([...members, suspended]);
  await writeOrders(world.store, ordersOf(ann, 50));
  loyalty = await world.start();
});

afterAll(async () => {
  await loyalty[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

describe('the points of orders', () => {
  const entities = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ __typename: 'Order', id: orderId(index) }));
  const selection = `... on Order { loyalty { pointsAccrued pointsReversed pointsBurned pointsPending
    entries { type points reversalOf { id } } } }`;

  it('cost one batched read of each table for fifty orders', async () => {
    const { data, extensions } = await loyalty.entities(entities(50), selection, { viewer });
    expect(data._entities).toHaveLength(50);
    expect(data._entities[49].loyalty).toStrictEqual({
      pointsAccrued: 60,
      pointsReversed: 30,
      pointsBurned: 0,
      pointsPending: 0,
      entries: [
        { type: 'ACCRUAL', points: 60, reversalOf: null },
        { type: 'REVERSAL', points: -30, reversalOf: { id: 'led_a49' } },
      ],
    });
    expect(extensions?.calls.stores).toStrictEqual({ 'loyalty-orders': 1, 'loyalty-ledger': 1 });
  });

  it('are shown to nobody but the customer and staff with the scope', async () => {
    const refused = await loyalty.entities(entities(1), selection, { viewer: customerViewer(ben.customerId) });
    expect(refused.data._entities).toStrictEqual([{ loyalty: null }]);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const staff = await loyalty.entities(entities(1), selection, { viewer: staffViewer('loyalty:read:any') });
    expect(staff.data._entities[0].loyalty.pointsAccrued).toBe(60);
  });

  it('are none for orders of guests', async () => {
    const { data } = await loyalty.entities([{ __typename: 'Order', id: 'ord_guest' }], selection, {
      viewer: guestViewer,
    });
    const none = { pointsAccrued: 0, pointsReversed: 0, pointsBurned: 0, pointsPending: 0, entries: [] };
    expect(data._entities).toStrictEqual([{ loyalty: none }]);
  });
});

describe('quotes', () => {
  const quote = (customerId: string | null, amountMinor: number) => ({
    __typename: 'Quote',
    id: `qte_${amountMinor}`,
    customerId,
    accrualBase: { amountMinor, currency: 'USD' },
  });

  it('estimate points by the tier, twenty customers with one batched read a table', async () => {
    const { data, extensions } = await loyalty.entities(
      members.map(({ customerId }, index) => quote(customerId, 1_000 + index)),
      '... on Quote { estimatedPoints }',
      { viewer: staffViewer('loyalty:read:any') },
    );
    expect(data._entities[0]).toStrictEqual({ estimatedPoints: 125 });
    expect(extensions?.calls.stores).toStrictEqual({
      'loyalty-enrolments': 1,
      'loyalty-accounts': 1,
      'loyalty-programs': 1,
    });
  });

  it('estimate nothing for guests and locked accounts, and are closed to other customers', async () => {
    const ask = (customerId: string | null, who: string) =>
      loyalty.entities([quote(customerId, 1_000)], '... on Quote { estimatedPoints }', { viewer: customerViewer(who) });
    expect((await ask(null, ann.customerId)).data._entities).toStrictEqual([{ estimatedPoints: null }]);
    const locked = await ask(suspended.customerId, suspended.customerId);
    expect(locked.data._entities).toStrictEqual([{ estimatedPoints: null }]);
    expect((await ask(ben.customerId, ann.customerId)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of a member at a kiosk estimate points for the guest who holds them, and open nothing of the account', async () => {
    const held = { ...quote(ann.customerId, 1_000), heldByGuest: true };
    const { data, errors } = await loyalty.entities([held], '... on Quote { estimatedPoints customerId }');
    expect(data._entities).toStrictEqual([{ estimatedPoints: 125, customerId: ann.customerId }]);
    expect(errors).toBeUndefined();
    const account = { __typename: 'Customer', id: ann.customerId };
    const shut = await loyalty.entities([account], '... on Customer { loyaltyAccount { id } }');
    expect(shut.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
