import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Shelf } from '../catalogue/shelf.ts';
import type { Random } from '../kernel/random.ts';
import { DAY, MINUTE, instant } from '../kernel/time.ts';
import type { CustomerOfferFact, OfferFact } from '../facts/offers.ts';
import type { CartFact, CartLineFact, QuoteFact } from '../facts/orders.ts';
import { fillBasket, type Basket } from './basket.ts';
import { subtotalOf } from './check.ts';
import type { Person } from './person.ts';

export interface CartRequest {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly shelf: Shelf;
  readonly offers: readonly CustomerOfferFact[];
}

interface Draft {
  readonly basket: Basket;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly offer: OfferFact | null;
}

/** The default customer uses the offer of the app, unless its cap is used up. */
const chosenOffer = ({ person, catalogue, offers }: CartRequest): OfferFact | null => {
  const offer = catalogue.offers.find(({ code }) => code === 'PO-APP-10');
  const left = offers.find(({ offerId }) => offerId === offer?.id)?.redemptionsLeft ?? 1;
  return person.isDefault && offer !== undefined && left > 0 ? offer : null;
};

/** Everything in a cart is on sale all day, so that it can be checked out at any hour. */
const draftOf = (request: CartRequest, dice: Random): Draft => {
  const { person, catalogue, shelf } = request;
  const at = catalogue.anchor - (person.isDefault ? 12 : dice.int(5, 2 * 24 * 60)) * MINUTE;
  const offer = chosenOffer(request);
  const wish = offer === null ? null : { offer };
  const common = { person, shelf, store: person.homeStore, daypart: 'ALL_DAY', handoffMode: 'PICKUP' } as const;
  const fill = (attempt: number) =>
    fillBasket({ ...common, key: 'cart', at, dice: person.dice(`cart/${attempt}`), wish, tip: 0 });
  let basket = fill(0);
  for (let attempt = 1; person.isDefault && basket.lines.length !== 2; attempt += 1) basket = fill(attempt);
  return { basket, at, offer };
};

const cartOf = ({ person }: CartRequest, { basket, at, offer }: Draft): CartFact => ({
  id: person.newId('crt', at, 'cart'),
  version: basket.lines.length + (offer === null ? 1 : 2),
  customerId: person.id,
  storeId: person.homeStore.id,
  currency: person.homeStore.currency,
  channel: 'APP',
  handoffMode: 'PICKUP',
  requestedFor: null,
  lines: basket.lines,
  benefits: { offerIds: offer === null ? [] : [offer.id], rewardIds: [], pointsToBurn: 0 },
  subtotal: subtotalOf(basket.lines),
  createdAt: instant(at - 4 * MINUTE),
  updatedAt: instant(at),
});

/** The default customer's quote outlives the demonstration. */
const quoteEnd = (person: Person, anchor: number, createdAt: number): number => {
  if (person.isDefault) return anchor + 365 * DAY;
  return person.dice('quote').chance(60) ? anchor + 30 * DAY : createdAt + 15 * MINUTE;
};

const quoteOf = ({ person, catalogue }: CartRequest, cart: CartFact, { basket, at }: Draft): QuoteFact => {
  const createdAt = at + MINUTE;
  const expiresAt = quoteEnd(person, catalogue.anchor, createdAt);
  const lines: readonly CartLineFact[] = basket.lines;
  return {
    id: person.newId('qte', createdAt, 'quote'),
    cartId: cart.id,
    cartVersion: cart.version,
    customerId: person.id,
    currency: cart.currency,
    status: expiresAt > catalogue.anchor ? 'OPEN' : 'EXPIRED',
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    lines,
    discounts: basket.discounts,
    totals: basket.totals,
    pointsToBurn: 0,
    amountDue: basket.totals.total,
    accrualBase: basket.goods,
  };
};

/** A third of the guests has something in the cart, and some of them asked for the price. */
export const openCartOf = (
  request: CartRequest,
): { readonly cart: CartFact | null; readonly quote: QuoteFact | null } => {
  const { person, catalogue } = request;
  const dice = person.dice('cart');
  const tooNew = person.createdAt > catalogue.anchor - 3 * DAY;
  if (!person.isDefault && (tooNew || !dice.chance(30))) return { cart: null, quote: null };
  const draft = draftOf(request, dice);
  const cart = cartOf(request, draft);
  const quoted = person.isDefault || (draft.at < catalogue.anchor - 2 * MINUTE && dice.chance(40));
  return { cart, quote: quoted ? quoteOf(request, cart, draft) : null };
};
