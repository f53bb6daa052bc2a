import { isServedIn } from '@qsr/subgraph/dayparts';
import type { Line, LineModifier } from '../lines.ts';
import type { MenuEntry, MenuGroup } from './menu.ts';
import { problem, type Problem } from './problem.ts';
import type { Place } from './serving.ts';

/** Most pieces of a line. */
export const mostPieces = 99;
/** No item has more choices. */
const mostModifiers = 50;

/** A modifier with the pieces of it for one piece of the item. */
export interface Choice {
  readonly modifierId: string;
  readonly quantity: number;
}

/** A line as somebody wants it. */
export interface WantedLine {
  readonly id: string;
  readonly menuItemId: string;
  readonly quantity: number;
  readonly choices: readonly Choice[];
}

/** A line at the prices of a menu, or why there is none. */
export type PricedLine = { readonly line: Line } | { readonly problem: Problem };

const quantityProblem = ({ quantity, choices }: WantedLine): Problem | null => {
  if (quantity < 1 || quantity > mostPieces) {
    return problem('INVALID_INPUT', `There can be 1 to ${mostPieces} pieces of a line.`, 'quantity');
  }
  if (choices.length > mostModifiers) {
    return problem('INVALID_INPUT', `At most ${mostModifiers} modifiers can be chosen.`, 'modifiers');
  }
  const place = choices.findIndex((choice) => choice.quantity < 1 || choice.quantity > mostPieces);
  if (place < 0) return null;
  const message = `There can be 1 to ${mostPieces} pieces of a modifier; leave out what is not wanted.`;
  return problem('INVALID_INPUT', message, 'modifiers', String(place), 'quantity');
};

const isSold = (entry: MenuEntry, { storeId, currency, daypart }: Place): boolean =>
  !entry.unavailableStoreIds.includes(storeId) &&
  entry.prices[currency] !== undefined &&
  isServedIn(entry.dayparts, daypart);

/** A choice with its price, or what is wrong with it; `place` is where it is in the input. */
const modifierOf = (
  { modifierId, quantity }: Choice,
  place: number,
  [{ name, groups }, { currency }]: readonly [MenuEntry, Place],
): LineModifier | Problem => {
  const path = ['modifiers', String(place), 'modifierId'];
  const modifier = groups.flatMap(({ modifiers }) => modifiers).find(({ id }) => id === modifierId);
  if (modifier === undefined) {
    return problem('MODIFIER_RULE_VIOLATED', `${name} does not come with this modifier.`, ...path);
  }
  const priceDelta = modifier.priceDeltas[currency];
  if (!modifier.available || priceDelta === undefined) {
    return problem('ITEM_UNAVAILABLE', `The restaurant has run out of ${modifier.code}.`, ...path);
  }
  return { modifierId, code: modifier.code, quantity, priceDelta };
};

const belongsTo = ({ modifiers }: MenuGroup, modifierId: string): boolean =>
  modifiers.some(({ id }) => id === modifierId);

/** Too few or too many pieces of a group; the path leads to the choice that is one too many. */
const groupProblem = (group: MenuGroup, name: string, choices: readonly Choice[]): Problem | null => {
  const { code, min, max } = group;
  const pieces = choices
    .filter(({ modifierId }) => belongsTo(group, modifierId))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces >= min && pieces <= max) return null;
  const range = min === max ? `exactly ${min}` : `${min} to ${max}`;
  const message = `Please choose ${range} of ${code} with ${name}; ${pieces} were chosen.`;
  const last = choices.findLastIndex(({ modifierId }) => belongsTo(group, modifierId));
  const path = pieces > max ? ['modifiers', String(last)] : ['modifiers'];
  return problem('MODIFIER_RULE_VIOLATED', message, ...path);
};

const isProblem = (value: LineModifier | Problem): value is Problem => 'path' in value;
const isModifier = (value: LineModifier | Problem): value is LineModifier => !isProblem(value);

/** The same modifier twice is one with the pieces of both. */
const merged = (modifiers: readonly LineModifier[]): LineModifier[] =>
  [...Map.groupBy(modifiers, ({ modifierId }) => modifierId).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, quantity: others.reduce((sum, { quantity }) => sum + quantity, first.quantity) }],
  );

/** A line at the prices of the place; `entry` is the item on the menu, undefined when there is no such item. */
export const priceLine = (wanted: WantedLine, entry: MenuEntry | undefined, place: Place): PricedLine => {
  const { id, menuItemId, quantity, choices } = wanted;
  const wrong = quantityProblem(wanted);
  if (wrong !== null) return { problem: wrong };
  const unitPrice = entry?.prices[place.currency];
  if (entry === undefined || unitPrice === undefined || !isSold(entry, place)) {
    const message = `The restaurant does not sell ${entry?.name ?? 'this item'} at this time.`;
    return { problem: problem('ITEM_UNAVAILABLE', message, 'menuItemId') };
  }
  const modifiers = choices.map((choice, at) => modifierOf(choice, at, [entry, place]));
  const fault =
    modifiers.find(isProblem) ?? entry.groups.map((group) => groupProblem(group, entry.name, choices)).find(Boolean);
  if (fault !== undefined && fault !== null) return { problem: fault };
  return {
    line: {
      id,
      menuItemId,
      nameAtPurchase: entry.name,
      quantity,
      unitPrice,
      modifiers: merged(modifiers.filter(isModifier)),
    },
  };
};
