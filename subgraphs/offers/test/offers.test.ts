import { clientViewer, customerViewer, guestViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPages, ann, live, mechanics, startOffers, world } from './world.ts';

let offers: SeededSubgraph;
beforeAll(async () => {
  offers = await startOffers();
});
afterAll(() => offers[Symbol.asyncDispose]());

describe('offers in public', () => {
  const list = (args: string, after: string | null) =>
    offers.ask(
      `query ($after: String) { publicOffers(${args} first: 3, after: $after) {
        edges { node { ${mechanics} } } pageInfo { hasNextPage endCursor } } }`,
      { viewer: guestViewer, variables: { after } },
    );

  it('are those that run for everybody at the store and on the channel, page by page', async () => {
    const store = world.stores.find(({ groupCodes }) => groupCodes.includes('west'))!;
    const shown = await allPages(
      async (after) => (await list(`storeId: "${store.id}", channel: WEB,`, after)).data.publicOffers,
    );
    const expected = live
      .filter(({ segmentIds, claimCodes }) => segmentIds.length + claimCodes.length === 0)
      .filter(({ channels }) => channels.includes('WEB'))
      .filter(
        ({ storeGroupCodes: groups }) => groups.length === 0 || groups.some((code) => store.groupCodes.includes(code)),
      );
    expect(shown.map(({ id }) => id)).toStrictEqual(
      expected
        .sort((one, other) => other.stacking.priority - one.stacking.priority || (one.id < other.id ? -1 : 1))
        .map(({ id }) => id),
    );
    const { extensions } = await list(`storeId: "${store.id}"`, null);
    expect(extensions?.calls.stores).toStrictEqual({ offers: 1, 'store-scopes': 1 });
  });

  it('follow the clock from the first instant to the last', async () => {
    const soon = world.offers.find(({ status, endsAt }) => status === 'SCHEDULED' && endsAt !== null)!;
    const statusAt = async (at: number) => {
      offers.clock.at = new Date(at);
      const { data } = await offers.ask(`{ offer(id: "${soon.id}") { status } }`);
      return data.offer?.status ?? null;
    };
    const [start, end] = [Date.parse(soon.startsAt), Date.parse(soon.endsAt!)];
    const statuses = [await statusAt(start - 1), await statusAt(start), await statusAt(end - 1), await statusAt(end)];
    offers.clock.at = new Date(world.anchor);
    expect(statuses).toStrictEqual([null, 'LIVE', 'LIVE', null]);
  });

  it('are null by key unless they run; marketing reads them all', async () => {
    const ids = [...world.offers.map(({ id }) => id), 'ofr_unknown', 'ü'.repeat(3000)];
    const references = ids.map((id) => ({ __typename: 'Offer', id }));
    const [guest, client] = [
      await offers.entities(references, '... on Offer { id kind }'),
      await offers.entities(references, '... on Offer { id code }', {
        viewer: clientViewer('marketing:read'),
      }),
    ];
    expect(guest.errors).toBeUndefined();
    expect(guest.data._entities).toStrictEqual([
      ...world.offers.map(({ id, kind, status }) => (status === 'LIVE' ? { id, kind } : null)),
      null,
      null,
    ]);
    expect(client.data._entities).toStrictEqual([...world.offers.map(({ id, code }) => ({ id, code })), null, null]);
    expect(guest.extensions?.calls.stores).toStrictEqual({ offers: 1 });
  });

  it('show everything of their rules', async () => {
    const bogo = world.offers.find(({ kind, status }) => kind === 'BOGO' && status === 'LIVE')!;
    const { data } = await offers.ask(`{ offer(id: "${bogo.id}") { ${mechanics} } }`);
    const { id, kind, channels, caps, effect, stacking } = bogo;
    expect(data.offer).toMatchObject({ id, kind, status: 'LIVE', channels, stacking });
    expect(data.offer.effect).toMatchObject({
      scope: effect.scope,
      buyQuantity: effect.buyQuantity,
      getQuantity: effect.getQuantity,
      percentOffBps: effect.percentOffBps,
      menuItems: effect.menuItemIds!.map((menuItemId) => ({ id: menuItemId })),
      amountOff: null,
    });
    expect(data.offer.caps).toMatchObject({ total: caps.total, perCustomer: caps.perCustomer });
  });

  it('keep code, audience, usage and redemptions for marketing', async () => {
    const { data, errors } = await offers.ask(
      `{ offer(id: "${live[0]!.id}") { id code audience { id } usage { redeemed } redemptions { edges { cursor } } } }`,
      { viewer: customerViewer(ann.id) },
    );
    expect(data.offer).toStrictEqual({ id: live[0]!.id, code: null, audience: null, usage: null, redemptions: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toStrictEqual(Array(4).fill('FORBIDDEN'));
  });
});
