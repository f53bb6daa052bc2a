import { AppError } from '@qsr/errors';
import { grossOf, type Line } from '../lines.ts';
import { exactly, splitByShare, sumOf } from './money.ts';

/** One piece of a line, and what is left to pay for it while discounts come off. */
export interface Piece {
  readonly lineId: string;
  readonly menuItemId: string;
  /** What its modifiers add, not less than nothing. Benefits on an item are on the item: extras stay to be paid. */
  readonly extras: number;
  /** With modifiers, before discounts. */
  readonly price: number;
  /** With modifiers, after the discounts so far. */
  readonly left: number;
}

/** What is still to pay. The pieces are in order of their lines' ids, whatever the order of the lines was. */
export interface Bill {
  readonly pieces: readonly Piece[];
  readonly serviceCharge: number;
}

/** An amount off one piece; `at` is its place in the bill. */
export interface Part {
  readonly at: number;
  readonly amount: number;
}

/** Code units, not a language's alphabet: the same on every machine. */
export const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);

const piecesOf = (line: Line): readonly Piece[] => {
  const price = exactly(grossOf({ ...line, quantity: 1 }), `The price of line ${line.id}`);
  const { id: lineId, menuItemId, quantity, unitPrice } = line;
  const piece: Piece = { lineId, menuItemId, extras: Math.max(0, price - unitPrice), price, left: price };
  return Array.from({ length: exactly(quantity, `The quantity of line ${lineId}`) }, () => piece);
};

/**
 * The bill of these lines before any discount. Throws AppError INTERNAL_SERVER_ERROR when a price is negative or not whole,
 * or two lines have the same id.
 */
export const openBill = (lines: readonly Line[], serviceCharge: number): Bill => {
  if (new Set(lines.map(({ id }) => id)).size < lines.length) {
    throw new AppError('INTERNAL_SERVER_ERROR', 'Two lines of a check have the same id.');
  }
  return { pieces: lines.toSorted((one, other) => byText(one.id, other.id)).flatMap(piecesOf), serviceCharge };
};

export const leftOf = ({ left }: Piece): number => left;

/** What is left of the item itself: discounts eat its own price first, its extras last. */
export const ownLeftOf = ({ left, extras }: Piece): number => Math.max(0, left - extras);

export const goodsOf = ({ pieces }: Bill): number => sumOf(pieces, leftOf);

/** Takes parts off their pieces. Throws AppError when a piece would cost less than nothing. */
export const reduce = ({ pieces, serviceCharge }: Bill, parts: readonly Part[], offServiceCharge: number): Bill => {
  const left = pieces.map((piece) => piece.left);
  for (const { at, amount } of parts) left[at] = exactly((left[at] ?? 0) - amount, 'What is left of a piece');
  return {
    pieces: pieces.map((piece, at) => ({ ...piece, left: left[at] ?? 0 })),
    serviceCharge: exactly(serviceCharge - offServiceCharge, 'What is left of the service charge'),
  };
};

/** Places of the pieces of each line. */
const placesByLine = (pieces: readonly Piece[]): readonly (readonly number[])[] => [
  ...Map.groupBy(pieces.keys(), (at) => pieces[at]?.lineId).values(),
];

/** Spreads an amount by weight: over the lines by largest remainder, then over the pieces of each. */
export const spread = ({ pieces }: Bill, amount: number, weightOf: (piece: Piece, at: number) => number): Part[] => {
  const weights = pieces.map(weightOf);
  const lines = placesByLine(pieces);
  const weightsOf = (places: readonly number[]): number[] => places.map((at) => weights[at] ?? 0);
  const perLine = splitByShare(
    amount,
    lines.map((places) => sumOf(weightsOf(places), (weight) => weight)),
  );
  return lines
    .flatMap((places, line) => {
      const perPiece = splitByShare(perLine[line] ?? 0, weightsOf(places));
      return places.map((at, place) => ({ at, amount: perPiece[place] ?? 0 }));
    })
    .filter((part) => part.amount > 0);
};
