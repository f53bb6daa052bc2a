import type { SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localTime } from '@qsr/subgraph/local-time';
import { metresBetween } from '../src/domain/distance.ts';
import { startOrders, world } from './world.ts';

let orders: SeededSubgraph;
const ask = (query: string, variables = {}) => orders.ask(query, { variables });

beforeAll(async () => {
  orders = await startOrders();
});
afterAll(() => orders[Symbol.asyncDispose]());

const always = world.stores.find(({ openAllHours, acceptingOrders }) => openAllHours && acceptingOrders)!;
const paused = world.stores.find(({ acceptingOrders }) => !acceptingOrders)!;
const byDay = world.stores.find(({ openAllHours, code }) => !openAllHours && code !== paused.code)!;

describe('a store', () => {
  it('says what it is, with one read', async () => {
    const { data, extensions } = await ask(
      `query ($id: ID!) { store(id: $id) { id code name timeZone currency address { city country } position { latitude }
        hours { weekday opensAt closesAt handoffModes } handoffModes } }`,
      { id: byDay.id },
    );
    const { id, code, name, timeZone, currency, handoffModes, hours } = byDay;
    const address = { city: byDay.address.city, country: byDay.address.country };
    const position = { latitude: byDay.position.latitude };
    expect(data.store).toEqual({ id, code, name, timeZone, currency, handoffModes, hours, address, position });
    expect(extensions?.calls.stores).toStrictEqual({ stores: 1 });
  });

  it('takes orders while its own clock is within opening hours and nobody has switched it off', async () => {
    const fields = 'acceptingOrders estimatedReadyMinutes currentDaypart';
    const query = `{ ${[always, byDay, paused].map(({ id }, at) => `s${at}: store(id: "${id}") { ${fields} }`).join(' ')} }`;
    const hourOf = (hour: number) =>
      Array.from({ length: 24 }, (_, offset) => new Date(Date.parse(world.anchor) + offset * 3_600_000)).find(
        (at) => localTime(byDay.timeZone, at).minute === hour * 60,
      )!;
    orders.clock.at = hourOf(12);
    const noon = (await ask(query)).data;
    orders.clock.at = hourOf(4);
    const night = (await ask(query)).data;
    expect([noon.s0, night.s0]).toMatchObject([{ acceptingOrders: true }, { acceptingOrders: true }]);
    expect([noon.s1, night.s1]).toStrictEqual([
      { acceptingOrders: true, estimatedReadyMinutes: byDay.estimatedReadyMinutes, currentDaypart: 'LUNCH' },
      { acceptingOrders: false, estimatedReadyMinutes: null, currentDaypart: 'LATE_NIGHT' },
    ]);
    expect([noon.s2, night.s2]).toMatchObject([{ acceptingOrders: false }, { acceptingOrders: false }]);
  });

  it('nearby come nearest first, with one read for all of them', async () => {
    const here = { latitude: byDay.position.latitude, longitude: byDay.position.longitude };
    const { data, extensions } = await ask(
      `query ($latitude: Float!, $longitude: Float!) { storesNear(latitude: $latitude, longitude: $longitude, first: 50) {
        id name acceptingOrders } }`,
      here,
    );
    const expected = world.stores
      .toSorted((one, other) => metresBetween(here, one.position) - metresBetween(here, other.position))
      .map(({ id }) => id);
    expect(data.storesNear.map(({ id }: { id: string }) => id)).toStrictEqual(expected);
    expect(data.storesNear[0].id).toBe(byDay.id);
    expect(extensions?.calls.stores).toStrictEqual({ stores: 1 });
  });

  it.each([
    ['latitude: 91, longitude: 0', 'Query.storesNear(latitude:): 91 is out of range; it goes from -90 to 90'],
    ['latitude: 0, longitude: -181', 'Query.storesNear(longitude:): -181 is out of range; it goes from -180 to 180'],
    ['latitude: 0, longitude: 0, first: 51', 'Query.storesNear(first:): 51 is out of range; it goes from 1 to 50'],
  ])('is not looked for near %s', async (args, message) => {
    const { data, errors } = await ask(`{ storesNear(${args}) { id } }`);
    expect(data.storesNear).toBeNull();
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('the menu', () => {
  const query = `query ($storeId: ID!, $handoffMode: HandoffMode!, $at: DateTime) {
    menu(storeId: $storeId, handoffMode: $handoffMode, at: $at) { daypart store { id name } categories { id code items {
      id plu dayparts price(storeId: $storeId) { amountMinor currency } available(storeId: $storeId)
      modifierGroups { id code min max modifiers { id code available priceDelta { amountMinor currency exponent } } } } } } }`;
  const tokyo = world.stores.find(({ timeZone }) => timeZone === 'Asia/Tokyo')!;
  type Category = { code: string; items: Array<{ id: string; dayparts: string[]; price: object; available: boolean }> };

  it('holds what the daypart of the store serves, priced in its currency, for a constant number of reads', async () => {
    const at = '2026-03-01T23:00:00Z';
    const { data, errors, extensions } = await ask(query, { storeId: tokyo.id, handoffMode: 'PICKUP', at });
    expect(errors).toBeUndefined();
    const { daypart, store, categories } = data.menu;
    expect([daypart, store]).toStrictEqual(['BREAKFAST', { id: tokyo.id, name: tokyo.name }]);
    const items = (categories as Category[]).flatMap((category) => category.items);
    const served = world.menu.categories
      .flatMap(({ itemIds }) => itemIds.map((id) => world.menu.items.find((item) => item.id === id)!))
      .filter(({ dayparts }) => dayparts.includes('BREAKFAST') || dayparts.includes('ALL_DAY'));
    expect(items.map(({ id, price, available }) => ({ id, price, available }))).toStrictEqual(
      served.map(({ id, price, unavailableStoreIds }) => ({
        id,
        price: { amountMinor: price.JPY, currency: 'JPY' },
        available: !unavailableStoreIds.includes(tokyo.id),
      })),
    );
    expect(categories.every(({ items: some }: Category) => some.length > 0)).toBe(true);
    expect(JSON.stringify(categories)).toContain('"priceDelta":{"amountMinor":');
    expect(JSON.stringify(categories)).not.toContain('"USD"');
    expect(extensions?.calls.stores).toStrictEqual({
      stores: 1,
      'menu-categories': 1,
      'menu-items': 1,
      'modifier-groups': 1,
      modifiers: 1,
    });
  });

  it('is null for a store that does not exist and for a handoff that the store does not offer', async () => {
    const airport = world.stores.find(({ handoffModes }) => !handoffModes.includes('DELIVERY'))!;
    const unknown = await ask(query, { storeId: 'sto_unknown', handoffMode: 'PICKUP' });
    const refused = await ask(query, { storeId: airport.id, handoffMode: 'DELIVERY' });
    expect([unknown, refused]).toMatchObject([{ data: { menu: null } }, { data: { menu: null } }]);
    expect([unknown.errors, refused.errors]).toStrictEqual([undefined, undefined]);
  });

  it('answers the prices of many items in one store with two reads', async () => {
    const { data, extensions } = await orders.entities(
      [...world.menu.items.map(({ id }) => ({ __typename: 'MenuItem', id })), { __typename: 'MenuItem', id: 'mit_no' }],
      `... on MenuItem { id price(storeId: "${tokyo.id}") { amountMinor currency exponent } available(storeId: "sto_no") }`,
    );
    expect(data._entities).toStrictEqual([
      ...world.menu.items.map(({ id, price }) => ({
        id,
        price: { amountMinor: price.JPY, currency: 'JPY', exponent: 0 },
        available: null,
      })),
      null,
    ]);
    expect(extensions?.calls.stores).toStrictEqual({ 'menu-items': 1, stores: 1 });
  });

  it('opens every part of it by key, without a surcharge where no currency is known', async () => {
    const [category, group] = [world.menu.categories[0]!, world.menu.modifierGroups[0]!];
    const modifier = group.modifiers[0]!;
    const { data } = await orders.entities(
      [
        ['Store', byDay.id],
        ['MenuCategory', category.id],
        ['ModifierGroup', group.id],
        ['Modifier', modifier.id],
        ...['Store', 'MenuCategory', 'ModifierGroup', 'Modifier'].map((type) => [type, 'unknown']),
      ].map(([__typename, id]) => ({ __typename, id })),
      `... on Store { name } ... on MenuCategory { code items { id } } ... on ModifierGroup { min max modifiers { id } }
       ... on Modifier { code available priceDelta { amountMinor } }`,
    );
    expect(data._entities).toStrictEqual([
      { name: byDay.name },
      { code: category.code, items: category.itemIds.map((id) => ({ id })) },
      { min: group.min, max: group.max, modifiers: group.modifiers.map(({ id }) => ({ id })) },
      { code: modifier.code, available: modifier.available, priceDelta: null },
      ...Array<null>(4).fill(null),
    ]);
  });
});
