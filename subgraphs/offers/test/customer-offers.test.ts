import { customerViewer, staffViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerOfferId } from '../src/domain/customer-offer.ts';
import { allPages, ann, ben, customers, live, mechanics, nodesOf, startOffers, world, type Node } from './world.ts';

let offers: SeededSubgraph;
beforeAll(async () => {
  offers = await startOffers();
});
afterAll(() => offers[Symbol.asyncDispose]());

const asAnn = { viewer: customerViewer(ann.id) };
const asStaff = { viewer: staffViewer('customer:read:any') };

describe('a customer', () => {
  it('gets the offers of the home screen with four reads', async () => {
    const { data, errors, extensions } = await offers.ask(
      `{ me { id offers(filter: { eligibleOnly: true }, first: 6) {
        edges { node { id state expiresAt eligibility { eligible reasons } offer { ${mechanics} } } } pageInfo { hasNextPage } } } }`,
      asAnn,
    );
    expect(errors).toBeUndefined();
    const shown = nodesOf(data.me.offers);
    expect(shown).toHaveLength(6);
    for (const { eligibility, state, offer } of shown) {
      expect(['AVAILABLE', 'ACTIVATED']).toContain(state);
      expect(offer.status).toBe('LIVE');
      expect(eligibility).toStrictEqual(
        eligibility.eligible ? { eligible: true, reasons: [] } : { eligible: false, reasons: ['NOT_ACTIVATED'] },
      );
    }
    expect(extensions?.calls.stores).toStrictEqual({
      'customer-offers': 1,
      'customer-standings': 1,
      offers: 1,
      'offer-usage': 1,
    });
  });

  it('sees what they ever had, and what runs for them, each once and in a stable order', async () => {
    const query = `query ($after: String) { me { offers(first: 3, after: $after) {
      edges { node { id state activatedAt redemptionsLeft offer { id } } } pageInfo { hasNextPage endCursor } } } }`;
    const read = async (after: string | null) =>
      (await offers.ask(query, { ...asAnn, variables: { after } })).data.me.offers;
    const seen = await allPages(read);
    const owned = new Map(ann.offers.map((fact) => [fact.offerId, fact]));
    const open = live.filter(
      ({ segmentIds, claimCodes }) =>
        claimCodes.length === 0 && (segmentIds.length === 0 || segmentIds.some((id) => ann.segmentIds.includes(id))),
    );
    expect(seen.map(({ offer }) => offer.id).sort()).toStrictEqual(
      [...new Set([...owned.keys(), ...open.map(({ id }) => id)])].sort(),
    );
    for (const { id, state, activatedAt, redemptionsLeft, offer } of seen) {
      const fact = owned.get(offer.id);
      expect({ id, state, activatedAt, redemptionsLeft }).toStrictEqual({
        id: customerOfferId(ann.id, offer.id),
        state: fact?.state ?? 'AVAILABLE',
        activatedAt: fact?.activatedAt ?? null,
        redemptionsLeft: fact?.redemptionsLeft ?? world.offers.find((o) => o.id === offer.id)!.caps.perCustomer,
      });
    }
    expect(await allPages(read)).toStrictEqual(seen);
  });

  it('filters by state, store and channel, and is told what holds at that store now', async () => {
    const madrid = world.stores.find(({ groupCodes }) => groupCodes.includes('spain'))!;
    const query = `query ($filter: CustomerOfferFilter) { me { offers(filter: $filter, first: 50) { edges { node {
      state eligibility { reasons } offer { storeGroupCodes channels minimumSubtotal { currency } } } } } } }`;
    const list = async (filter: object) =>
      nodesOf((await offers.ask(query, { ...asAnn, variables: { filter } })).data.me.offers);

    const activated = await list({ states: ['ACTIVATED'] });
    expect(activated).toHaveLength(ann.offers.filter(({ state }) => state === 'ACTIVATED').length);
    expect(activated.every(({ state }) => state === 'ACTIVATED')).toBe(true);

    const there = await list({ storeId: madrid.id });
    expect(there.some(({ offer }) => offer.storeGroupCodes.includes('spain'))).toBe(true);
    expect(there.some(({ offer }) => offer.storeGroupCodes.includes('west'))).toBe(false);
    const dollars = there.filter(({ offer }) => offer.minimumSubtotal?.currency === 'USD');
    expect(dollars.length).toBeGreaterThan(0);
    expect(dollars.every(({ eligibility }) => eligibility.reasons.includes('WRONG_CURRENCY'))).toBe(true);

    const atKiosk = await list({ channel: 'KIOSK' });
    expect(atKiosk.length).toBeGreaterThan(0);
    expect(atKiosk.every(({ offer }) => offer.channels.includes('KIOSK'))).toBe(true);
    expect((await list({ storeId: 'sto_unknown' })).every(({ offer }) => offer.storeGroupCodes.length === 0)).toBe(
      true,
    );
  });

  it('still sees an offer in the wallet that has ended, though nobody finds it by its id', async () => {
    const ended = ann.offers.find(({ state }) => state === 'EXPIRED')!;
    const { data } = await offers.ask(
      `{ me { offers(filter: { states: [EXPIRED, REDEEMED] }, first: 50) { edges { node { offer { id kind status } } } } }
         offer(id: "${ended.offerId}") { id } }`,
      asAnn,
    );
    const { id, kind } = world.offers.find((offer) => offer.id === ended.offerId)!;
    expect(nodesOf(data.me.offers)).toContainEqual({ offer: { id, kind, status: 'ENDED' } });
    expect(data.offer).toBeNull();
  });

  it('is told what is wrong with a page size or the cursor of another list', async () => {
    const page = (args: string) => offers.ask(`{ me { offers(${args}) { edges { cursor } } } }`, asAnn);
    expect((await page('first: 51')).errors?.[0]).toMatchObject({
      message: 'Customer.offers(first:): 51 is out of range; it goes from 1 to 50',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const { cursor } = (await page('first: 1')).data.me.offers.edges[0];
    expect((await page(`first: 1, after: "${cursor}"`)).errors).toBeUndefined();
    const foreign = await page(`filter: { eligibleOnly: true }, after: "${cursor}"`);
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('many customers', () => {
  it('cost as many reads as two: those whose offers are all running need no second step', async () => {
    const { data, errors, extensions } = await offers.entities(
      customers.slice(0, 20).map(({ id }) => ({ __typename: 'Customer', id })),
      `... on Customer { id offers(first: 50) { edges { node { state eligibility { reasons } offer { kind } } } } }`,
      asStaff,
    );
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(20);
    expect(extensions?.calls.stores).toStrictEqual({
      'customer-offers': 1,
      'customer-standings': 1,
      offers: 2,
      'offer-usage': 2,
    });
  });

  it('are no back door: a customer reads only their own offers', async () => {
    const cof = (fact: typeof ann) => customerOfferId(fact.id, fact.offers[0]!.offerId);
    const { data, errors } = await offers.entities(
      [
        { __typename: 'Customer', id: ben.id },
        { __typename: 'CustomerOffer', id: cof(ben) },
        { __typename: 'CustomerOffer', id: cof(ann) },
      ],
      `... on Customer { id offers { edges { cursor } } } ... on CustomerOffer { id state }`,
      asAnn,
    );
    expect(data._entities).toStrictEqual([
      { id: ben.id, offers: null },
      null,
      { id: cof(ann), state: ann.offers[0]!.state },
    ]);
    expect(errors?.map(({ extensions }) => extensions.code)).toStrictEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('customer offers by id', () => {
  it('are read in one batch, whether or not the customer has touched them; unknown ones are null', async () => {
    const known = customers.flatMap(({ id, offers }) => offers.map(({ offerId }) => customerOfferId(id, offerId)));
    const untouched = customerOfferId(
      ben.id,
      live.find(({ segmentIds, claimCodes }) => segmentIds.length + claimCodes.length === 0)!.id,
    );
    const ofOthers = live.find(
      ({ segmentIds }) => segmentIds.length > 0 && !segmentIds.some((id) => ben.segmentIds.includes(id)),
    )!;
    const unknown = [
      'cof_unknown',
      '',
      'ü'.repeat(3000),
      customerOfferId(ben.id, 'ofr_00000000000000000000000000'),
      ben.offers.some(({ offerId }) => offerId === ofOthers.id) ? '' : customerOfferId(ben.id, ofOthers.id),
    ];
    const ids = [...known.slice(0, 50), untouched];
    const { data, errors, extensions } = await offers.entities(
      [...ids, ...unknown].map((id) => ({ __typename: 'CustomerOffer', id })),
      '... on CustomerOffer { id state redemptionsLeft offer { kind } eligibility { eligible } }',
      asStaff,
    );
    expect(errors).toBeUndefined();
    expect(data._entities.map((entity: Node | null) => entity?.['id'] ?? null)).toStrictEqual([
      ...ids,
      ...unknown.map(() => null),
    ]);
    expect(extensions?.calls.stores).toStrictEqual({
      'customer-offers': 1,
      'customer-standings': 1,
      offers: 1,
      'offer-usage': 1,
    });
  });
});
