import type { Shelf } from '../catalogue/shelf.ts';
import type { Random } from '../kernel/random.ts';
import type { Currency, Id } from '../facts/common.ts';
import type { MenuItemFact } from '../facts/menu.ts';
import type { CartLineFact, LineModifierFact } from '../facts/orders.ts';

/** Who orders where, as far as a line depends on it. */
export interface LineContext {
  readonly shelf: Shelf;
  readonly currency: Currency;
  readonly language: 'en' | 'es';
  readonly dice: Random;
  /** Id of the line at that place of the check. */
  lineId(position: number): Id;
}

/** What every group demands, and now and then one piece more. */
const modifiersOf = (item: MenuItemFact, { shelf, currency, dice }: LineContext): readonly LineModifierFact[] =>
  shelf.groups(item).flatMap(({ min, max, stocked }) => {
    const extra = min < max && dice.chance(22) ? 1 : 0;
    const start = dice.int(0, stocked.length - 1);
    return Array.from({ length: min + extra }, (_, at) => stocked[(start + at) % stocked.length])
      .filter((modifier) => modifier !== undefined)
      .map(({ id, code, priceDelta }) => ({ modifierId: id, code, quantity: 1, priceDelta: priceDelta[currency] }));
  });

export interface Wanted {
  readonly item: MenuItemFact;
  readonly quantity: number;
}

const lineOf = ({ item, quantity }: Wanted, position: number, context: LineContext): CartLineFact => {
  const unitPrice = item.price[context.currency];
  const modifiers = modifiersOf(item, context);
  const piece = modifiers.reduce((sum, modifier) => sum + modifier.quantity * modifier.priceDelta, unitPrice);
  return {
    id: context.lineId(position),
    menuItemId: item.id,
    nameAtPurchase: item.copy[context.language].name,
    quantity,
    unitPrice,
    modifiers,
    gross: quantity * piece,
  };
};

export const linesOf = (wanted: readonly Wanted[], context: LineContext): readonly CartLineFact[] =>
  wanted.map((want, position) => lineOf(want, position, context));

/** A few different items, mostly one piece of each; never an item that is in `taken`. */
export const randomWants = (
  items: readonly MenuItemFact[],
  taken: readonly Wanted[],
  dice: Random,
): readonly Wanted[] => {
  const count = dice.weighted([
    [1, 20],
    [2, 42],
    [3, 26],
    [4, 12],
  ]);
  const chosen = new Map<Id, Wanted>();
  for (let tries = 0; tries < count; tries += 1) {
    const item = dice.pick(items);
    const quantity = dice.weighted([
      [1, 84],
      [2, 13],
      [3, 3],
    ]);
    if (taken.every((want) => want.item !== item)) chosen.set(item.id, { item, quantity });
  }
  return [...chosen.values()];
};
