/** A choice made for a line. Amounts are minor units of the currency of the cart, quote or order. */
export interface LineModifier {
  readonly modifierId: string;
  readonly code: string;
  /** Pieces for one piece of the item. */
  readonly quantity: number;
  /** For one piece of the modifier. */
  readonly priceDelta: number;
}

/** An item with its choices, at the prices of the moment it was put in. */
export interface Line {
  readonly id: string;
  readonly menuItemId: string;
  readonly nameAtPurchase: string;
  readonly quantity: number;
  /** One piece without modifiers. */
  readonly unitPrice: number;
  readonly modifiers: readonly LineModifier[];
}

/** All pieces with their modifiers, before discounts, in minor units. */
export const grossOf = ({ quantity, unitPrice, modifiers }: Line): number =>
  quantity * modifiers.reduce((sum, modifier) => sum + modifier.quantity * modifier.priceDelta, unitPrice);

/** What lines add up to, before discounts and tax, in minor units. */
export const subtotalOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + grossOf(line), 0);
