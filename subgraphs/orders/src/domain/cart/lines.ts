import { subtotalOf, type Line } from '../lines.ts';
import { priceLine, type PricedLine, type WantedLine } from './line.ts';
import type { MenuEntries } from './menu.ts';
import { problem, type Problem } from './problem.ts';
import type { Place } from './serving.ts';

/** Nobody eats more. */
export const mostLines = 100;
/** In minor units: with tax and tip on top a total still is an Int of GraphQL. */
export const mostMinor = 500_000_000;

/** The lines of a cart after a change, or why they stay as they are. */
export type ChangedLines = { readonly lines: readonly Line[] } | { readonly problem: Problem };

const bounded = (lines: readonly Line[]): ChangedLines =>
  subtotalOf(lines) <= mostMinor
    ? { lines }
    : { problem: problem('INVALID_INPUT', 'This is more than one order can cost.', 'quantity') };

/** Puts a line behind the others. */
export const withLine = (lines: readonly Line[], added: PricedLine): ChangedLines => {
  if ('problem' in added) return added;
  if (lines.length >= mostLines) {
    return { problem: problem('INVALID_INPUT', `A cart holds at most ${mostLines} lines.`, 'cartId') };
  }
  return bounded([...lines, added.line]);
};

/** No such line; also what a line is to those who look for it. */
export const noSuchLine = (): Problem => problem('NOT_FOUND', 'The cart has no such line.', 'lineId');

/** Puts a line in the place of the one with its id. */
export const withLineChanged = (lines: readonly Line[], changed: PricedLine): ChangedLines => {
  if ('problem' in changed) return changed;
  return bounded(lines.map((line) => (line.id === changed.line.id ? changed.line : line)));
};

/** Takes a line out. */
export const withoutLine = (lines: readonly Line[], lineId: string): ChangedLines => {
  const rest = lines.filter(({ id }) => id !== lineId);
  return rest.length < lines.length ? { lines: rest } : { problem: noSuchLine() };
};

const wantedOf = ({ id, menuItemId, quantity, modifiers }: Line): WantedLine => ({
  id,
  menuItemId,
  quantity,
  choices: modifiers.map(({ modifierId, quantity: pieces }) => ({ modifierId, quantity: pieces })),
});

/** A line at the prices of another time or place, under the name that the guest knows it by. */
const repriced = (line: Line, menu: MenuEntries, place: Place): PricedLine => {
  const priced = priceLine(wantedOf(line), menu.get(line.menuItemId), place);
  return 'problem' in priced ? priced : { line: { ...priced.line, nameAtPurchase: line.nameAtPurchase } };
};

/** All lines at today's prices; refused when one cannot be had, whose name is told. */
export const repricedLines = (lines: readonly Line[], menu: MenuEntries, place: Place): ChangedLines => {
  const priced = lines.map((line) => ({ line, now: repriced(line, menu, place) }));
  const gone = priced.find(({ now }) => 'problem' in now);
  if (gone !== undefined) {
    const message = `${gone.line.nameAtPurchase} cannot be had as chosen any more. Take it out of the cart or change it.`;
    return { problem: problem('ITEM_UNAVAILABLE', message, 'cartId') };
  }
  return { lines: priced.flatMap(({ now }) => ('line' in now ? [now.line] : [])) };
};

/** Lines of an earlier order, to begin a cart with: what cannot be had now is left out. */
export const reorderedLines = (
  lines: readonly Line[],
  [menu, place]: readonly [MenuEntries, Place],
  idOf: (position: number) => string,
): readonly Line[] =>
  lines
    .slice(0, mostLines)
    .map((line, position) => repriced({ ...line, id: idOf(position) }, menu, place))
    .flatMap((priced) => ('line' in priced ? [priced.line] : []));
