import { fault, firstFault, type Fault } from './fault.ts';
import type { OfferEffect, OfferKind } from './offer.ts';

type Field = Exclude<keyof OfferEffect, 'scope'>;
type Scope = OfferEffect['scope'];

/** What the effect of a kind may be taken from, and its fields. */
interface Shape {
  readonly scopes: readonly Scope[];
  readonly required: readonly Field[];
  readonly optional: readonly Field[];
}

const shapes: Readonly<Record<OfferKind, Shape>> = {
  AMOUNT_OFF: { scopes: ['ITEM', 'MULTI_ITEM', 'SUBTOTAL'], required: ['amountOff'], optional: [] },
  PERCENT_OFF: { scopes: ['ITEM', 'MULTI_ITEM', 'SUBTOTAL'], required: ['percentOffBps'], optional: ['maxDiscount'] },
  FREE_ITEM: { scopes: ['ITEM'], required: [], optional: ['maxDiscount'] },
  BOGO: {
    scopes: ['MULTI_ITEM'],
    required: ['buyQuantity', 'getQuantity', 'percentOffBps'],
    optional: ['maxDiscount'],
  },
  BUNDLE_PRICE: { scopes: ['MULTI_ITEM'], required: ['buyQuantity', 'fixedPrice'], optional: ['maxDiscount'] },
  BONUS_POINTS: { scopes: ['LOYALTY'], required: ['bonusPoints'], optional: [] },
  POINTS_MULTIPLIER: { scopes: ['LOYALTY'], required: ['pointsMultiplierPercent'], optional: [] },
  FREE_DELIVERY: { scopes: ['SERVICE_CHARGE'], required: [], optional: ['maxDiscount'] },
};

const fields: readonly Field[] = [
  'amountOff',
  'percentOffBps',
  'fixedPrice',
  'bonusPoints',
  'pointsMultiplierPercent',
  'menuItemIds',
  'buyQuantity',
  'getQuantity',
  'maxDiscount',
];

/** An offer on items names them; one on the order or on points has none to name. */
const takesItems = (scope: Scope): boolean => scope === 'ITEM' || scope === 'MULTI_ITEM';

const ranges: Readonly<Partial<Record<Field, readonly [least: number, most: number]>>> = {
  percentOffBps: [1, 10_000],
  bonusPoints: [1, 1_000_000],
  pointsMultiplierPercent: [101, 1_000],
  buyQuantity: [1, 50],
  getQuantity: [1, 50],
};

const rangeFault = (effect: OfferEffect, field: Field): Fault | null => {
  const value = effect[field];
  const range = ranges[field];
  if (range === undefined || typeof value !== 'number') return null;
  const [least, most] = range;
  return value >= least && value <= most ? null : fault(`It must be from ${least} to ${most}.`, 'effect', field);
};

const amountFault = (effect: OfferEffect, field: 'amountOff' | 'fixedPrice' | 'maxDiscount'): Fault | null => {
  const amount = effect[field];
  return amount === undefined || amount.amountMinor > 0
    ? null
    : fault('It must be more than nothing.', 'effect', field, 'amountMinor');
};

const itemsFault = ({ menuItemIds = [] }: OfferEffect): Fault | null => {
  const place = menuItemIds.findIndex((id) => !/^mit_[\w-]{1,64}$/.test(id));
  return place < 0 ? null : fault('This is not the id of a menu item.', 'effect', 'menuItemIds', String(place));
};

const quantityFault = ({ buyQuantity, getQuantity }: OfferEffect): Fault | null =>
  buyQuantity !== undefined && getQuantity !== undefined && getQuantity > buyQuantity
    ? fault('No more items can be discounted than are bought.', 'effect', 'getQuantity')
    : null;

const shapeFault = (kind: OfferKind, effect: OfferEffect): Fault | null => {
  const { scopes, required, optional } = shapes[kind];
  if (!scopes.includes(effect.scope)) {
    return fault(`An offer of kind ${kind} is taken from ${scopes.join(' or ')}.`, 'effect', 'scope');
  }
  const needed = takesItems(effect.scope) ? [...required, 'menuItemIds' as const] : required;
  const isThere = (field: Field) => (field === 'menuItemIds' ? effect.menuItemIds?.length : effect[field]) != null;
  const isEmpty = effect.menuItemIds?.length === 0 && needed.includes('menuItemIds');
  const missing = needed.find((field) => !isThere(field)) ?? (isEmpty ? 'menuItemIds' : undefined);
  if (missing !== undefined) return fault(`An offer of kind ${kind} needs this.`, 'effect', missing);
  const foreign = fields.find((field) => isThere(field) && !needed.includes(field) && !optional.includes(field));
  return foreign === undefined ? null : fault(`An offer of kind ${kind} has no such thing.`, 'effect', foreign);
};

/** What is wrong with an effect for its kind; null when nothing is. */
export const effectFault = (kind: OfferKind, effect: OfferEffect): Fault | null =>
  firstFault(
    shapeFault(kind, effect),
    ...fields.map((field) => rangeFault(effect, field)),
    ...(['amountOff', 'fixedPrice', 'maxDiscount'] as const).map((field) => amountFault(effect, field)),
    itemsFault(effect),
    quantityFault(effect),
  );
