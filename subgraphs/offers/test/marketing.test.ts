import { readFile } from 'node:fs/promises';
import { Kind, parse, print } from 'graphql';
import { clientViewer, customerViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPages, ann, customers, intent, startOffers, world } from './world.ts';

let offers: SeededSubgraph;
beforeAll(async () => {
  offers = await startOffers();
});
afterAll(() => offers[Symbol.asyncDispose]());

const marketing = { viewer: clientViewer('marketing:read') };
const asAnn = { viewer: customerViewer(ann.id) };

describe('marketing', () => {
  const query = `query ($filter: MarketingOfferFilter, $after: String) { marketingOffers(filter: $filter, first: 3, after: $after) {
    edges { node { id code status kind audience { id } usage { activated reserved redeemed remaining discountGranted { amountMinor currency exponent } } } }
    pageInfo { hasNextPage endCursor } } }`;
  const list = (filter: object | null) =>
    allPages(
      async (after) => (await offers.ask(query, { ...marketing, variables: { filter, after } })).data.marketingOffers,
    );

  it('lists every offer by code, with its usage', async () => {
    const shown = await list(null);
    expect(shown.map(({ code }) => code)).toStrictEqual(world.offers.map(({ code }) => code).sort());
    const usage = world.offerUsage();
    for (const { id, usage: summary, audience } of shown) {
      const { activated, reserved, redeemed, discountGranted } = usage.get(id)!;
      const { caps, segmentIds } = world.offers.find((offer) => offer.id === id)!;
      expect(summary).toMatchObject({ activated, reserved, redeemed });
      expect(summary.remaining).toBe(caps.total === null ? null : caps.total - reserved - redeemed);
      expect(summary.discountGranted).toHaveLength(Object.keys(discountGranted).length);
      expect(audience).toStrictEqual(segmentIds.map((segmentId) => ({ id: segmentId })));
    }
  });

  it('narrows the list by status, kind, segment and time', async () => {
    const segmentId = world.offers.find(({ segmentIds }) => segmentIds.length > 0)!.segmentIds[0]!;
    const codes = async (filter: object) => (await list(filter)).map(({ code }) => code);
    const facts = (test: (offer: (typeof world.offers)[number]) => boolean) =>
      world.offers
        .filter(test)
        .map(({ code }) => code)
        .sort();
    expect(await codes({ statuses: ['PAUSED', 'DRAFT'] })).toStrictEqual(
      facts(({ status }) => ['PAUSED', 'DRAFT'].includes(status)),
    );
    expect(await codes({ kinds: ['BOGO'] })).toStrictEqual(facts(({ kind }) => kind === 'BOGO'));
    expect(await codes({ segmentId })).toStrictEqual(facts(({ segmentIds }) => segmentIds.includes(segmentId)));
    expect(await codes({ startsAfter: world.anchor })).toStrictEqual(facts(({ startsAt }) => startsAt >= world.anchor));
    expect(await codes({ endsBefore: world.anchor, statuses: ['ENDED'] })).toStrictEqual(
      facts(({ endsAt, status }) => status === 'ENDED' && endsAt !== null && endsAt <= world.anchor),
    );
  });

  it('pages through the redemptions of an offer, newest first, and never meets an intent', async () => {
    const facts = customers.flatMap(({ offers }) => offers.flatMap(({ redemptions }) => redemptions));
    const offerId = intent.offerId;
    const redemptions = await allPages(
      async (after) =>
        (
          await offers.ask(
            `query ($after: String) { offer(id: "${offerId}") { redemptions(first: 3, after: $after) { edges { node {
              id orderRef storeCode status discount { amountMinor currency exponent } occurredAt } } pageInfo { hasNextPage endCursor } } } }`,
            { ...marketing, variables: { after } },
          )
        ).data.offer.redemptions,
    );
    const expected = facts.filter((fact) => fact.offerId === offerId);
    expect(redemptions.map(({ id }) => id).sort()).toStrictEqual(expected.map(({ id }) => id).sort());
    const times = redemptions.map(({ occurredAt }) => occurredAt);
    expect(times).toStrictEqual(times.toSorted().reverse());
    const { data } = await offers.entities(
      [expected[0]!.id, intent.id, 'red_unknown'].map((id) => ({ __typename: 'OfferRedemption', id })),
      '... on OfferRedemption { id status }',
      marketing,
    );
    expect(data._entities).toStrictEqual([{ id: expected[0]!.id, status: expected[0]!.status }, null, null]);
  });

  it('has its lists to itself', async () => {
    const { data, errors } = await offers.ask(
      '{ marketingOffers { edges { cursor } } offerExport(id: "x") { id } }',
      asAnn,
    );
    expect(data).toStrictEqual({ marketingOffers: null, offerExport: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toStrictEqual(['FORBIDDEN', 'FORBIDDEN']);
    const redemption = customers.flatMap(({ offers }) => offers.flatMap(({ redemptions }) => redemptions))[0]!;
    const back = await offers.entities(
      [{ __typename: 'OfferRedemption', id: redemption.id }],
      '... on OfferRedemption { orderRef storeCode }',
      asAnn,
    );
    expect(back.data._entities).toStrictEqual([{ orderRef: null, storeCode: null }]);
  });
});

it('I31: no path leads from a redemption to a customer or an order', async () => {
  const schema = parse(await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'));
  const fieldTypes = new Map(
    schema.definitions
      .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
      .map(({ name, fields = [] }) => [name.value, fields.map(({ type }) => print(type).replace(/[[\]!]/g, ''))]),
  );
  const reached = new Set(['OfferRedemption']);
  for (const type of reached) for (const next of fieldTypes.get(type) ?? []) reached.add(next);
  expect([...reached].filter((type) => fieldTypes.has(type))).toStrictEqual(['OfferRedemption', 'Money']);
});
