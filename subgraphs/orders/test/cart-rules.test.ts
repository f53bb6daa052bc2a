import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceLine, type Choice } from '../src/domain/cart/line.ts';
import { mostLines, repricedLines, withLine } from '../src/domain/cart/lines.ts';
import type { MenuEntry } from '../src/domain/cart/menu.ts';
import { placeAt } from '../src/domain/cart/serving.ts';
import { grossOf, type Line } from '../src/domain/lines.ts';
import { cartItem, menuItemItem, modifierGroupItem, modifierItem, storeItem } from '../src/seed/items.ts';
import { customers, world } from './world.ts';

const place = { storeId: 'sto_1', currency: 'USD', daypart: 'LUNCH' } as const;
const modifier = (id: string, delta: number) => ({ id, code: id, priceDeltas: { USD: delta }, available: true });
const burger: MenuEntry = {
  ...{ id: 'mit_1', name: 'Burger', prices: { USD: 799 }, dayparts: ['LUNCH'], unavailableStoreIds: ['sto_2'] },
  groups: [
    { code: 'bun', min: 1, max: 1, modifiers: [modifier('potato', 0), modifier('seeded', 20)] },
    { code: 'extras', min: 0, max: 4, modifiers: [modifier('bacon', 200), modifier('egg', 150)] },
  ],
};
const wanted = (choices: readonly Choice[], quantity = 1) => ({ id: 'lin_1', menuItemId: 'mit_1', quantity, choices });

const choice = fc.record({
  modifierId: fc.constantFrom('potato', 'seeded', 'bacon', 'egg'),
  quantity: fc.integer({ min: 1, max: 3 }),
});

describe('a line', () => {
  it('is sold exactly when every group has as many pieces as it takes, and costs what they add up to', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 6 }), fc.integer({ min: 1, max: 99 }), (choices, quantity) => {
        const pieces = (ids: readonly string[]) =>
          choices.filter(({ modifierId }) => ids.includes(modifierId)).reduce((sum, each) => sum + each.quantity, 0);
        const fits = pieces(['potato', 'seeded']) === 1 && pieces(['bacon', 'egg']) <= 4;
        const priced = priceLine(wanted(choices, quantity), burger, place);
        const extras = 20 * pieces(['seeded']) + 200 * pieces(['bacon']) + 150 * pieces(['egg']);
        const outcome = 'line' in priced ? grossOf(priced.line) : priced.problem.code;
        expect(outcome).toBe(fits ? quantity * (799 + extras) : 'MODIFIER_RULE_VIOLATED');
      }),
    );
  });

  it('names a modifier once, however often it was chosen', () => {
    const twice = [
      { modifierId: 'bacon', quantity: 1 },
      { modifierId: 'potato', quantity: 1 },
      { modifierId: 'bacon', quantity: 2 },
    ];
    expect(priceLine(wanted(twice), burger, place)).toMatchObject({
      line: {
        modifiers: [
          { modifierId: 'bacon', quantity: 3 },
          { modifierId: 'potato', quantity: 1 },
        ],
      },
    });
  });

  it.each([
    ['where the store has run out of it', { storeId: 'sto_2' }],
    ['where it has no price', { currency: 'EUR' }],
    ['when it is not served', { daypart: 'BREAKFAST' }],
    ['when nothing is served but what always is', { daypart: null }],
  ] as const)('is not sold %s', (_where, elsewhere) => {
    const priced = priceLine(wanted([{ modifierId: 'potato', quantity: 1 }]), burger, { ...place, ...elsewhere });
    expect(priced).toMatchObject({ problem: { code: 'ITEM_UNAVAILABLE', path: ['menuItemId'] } });
  });
});

it('a cart takes a hundred lines and no more', () => {
  const line: Line = {
    id: '',
    menuItemId: 'mit_1',
    nameAtPurchase: 'Cookie',
    quantity: 1,
    unitPrice: 100,
    modifiers: [],
  };
  let lines: readonly Line[] = [];
  for (let place = 0; place < mostLines; place += 1) {
    const changed = withLine(lines, { line: { ...line, id: String(place) } });
    lines = 'lines' in changed ? changed.lines : [];
  }
  expect(lines).toHaveLength(100);
  expect(withLine(lines, { line })).toMatchObject({ problem: { code: 'INVALID_INPUT' } });
});

it('every cart of the demonstration can be priced as it stands, at the prices it shows', () => {
  const modifiers = new Map(
    world.menu.modifierGroups.flatMap((group) => group.modifiers.map((each) => [each.id, modifierItem(each)])),
  );
  const groups = new Map(
    world.menu.modifierGroups.map((fact) => {
      const group = modifierGroupItem(fact);
      return [group.id, { ...group, modifiers: group.modifierIds.map((id) => modifiers.get(id)!) }];
    }),
  );
  const menu = new Map(
    world.menu.items.map((fact) => {
      const item = menuItemItem(fact);
      return [item.id, { ...item, groups: item.modifierGroupIds.map((id) => groups.get(id)!) }];
    }),
  );
  const carts = customers.flatMap(({ cart }) => (cart === null ? [] : [cartItem(cart)]));
  expect(carts.length).toBeGreaterThan(5);
  for (const { storeId, lines } of carts) {
    const store = storeItem(world.stores.find(({ id }) => id === storeId)!);
    expect(repricedLines(lines, menu, placeAt(store, new Date(world.anchor)))).toStrictEqual({ lines });
  }
});
