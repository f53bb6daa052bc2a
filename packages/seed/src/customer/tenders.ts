import { portion, shares } from '../kernel/money.ts';
import { DAY, HOUR, SECOND, instant } from '../kernel/time.ts';
import type { Random } from '../kernel/random.ts';
import type { PointRate } from '../facts/loyalty.ts';
import type { PaymentFact, TenderFact } from '../facts/orders.ts';
import type { VaultFact } from '../facts/customers.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import { paymentToken } from './vault.ts';

/** The longest history of one customer, so that numbers derived from (customer, order) are unique. */
const ORDERS_PER_CUSTOMER = 16;

/** Unique over all orders of the business. */
export const orderSerial = ({ index }: Person, { sequence }: Plan): number => index * ORDERS_PER_CUSTOMER + sequence;

export interface TenderRequest {
  readonly person: Person;
  readonly plan: Plan;
  readonly vault: VaultFact | null;
  readonly anchor: number;
  /** Total of the check. */
  readonly total: number;
  /** Points used as a tender, and what they pay. */
  readonly points: { readonly burned: number; readonly amount: number };
  readonly dice: Random;
}

/** Points that pay up to half of the total, in whole steps of the rate. */
export const pointTender = (total: number, balance: number, rate: PointRate): TenderRequest['points'] => {
  const steps = Math.min(portion(balance, 1, rate.points), portion(portion(total, 1, 2), 1, rate.money.amountMinor));
  return { burned: steps * rate.points, amount: steps * rate.money.amountMinor };
};

const isVoid = ({ outcome }: Plan): boolean => outcome === 'CANCELLED' || outcome === 'REJECTED';

const statusOf = (plan: Plan): TenderFact['status'] => {
  if (isVoid(plan)) return 'VOIDED';
  return plan.outcome === 'PLACED' ? 'AUTHORIZED' : 'CAPTURED';
};

/** Settlement runs every night at nine o'clock UTC. */
const settledAt = (capturedAt: number, anchor: number): number | null => {
  const tonight = capturedAt - (capturedAt % DAY) + DAY + 9 * HOUR;
  return tonight < anchor ? tonight : null;
};

interface Instrument {
  readonly type: 'CARD' | 'WALLET_PAY';
  readonly token: string;
  readonly masked: string;
  readonly expiry: string;
  readonly profileId: string | null;
  readonly acctId: string | null;
}

const expiryOf = (month: number, year: number): string => `${String(month).padStart(2, '0')}${String(year % 100)}`;

const instrumentOf = ({ vault, anchor, dice }: TenderRequest): Instrument => {
  const cards = vault?.cards ?? [];
  if (vault !== null && cards.length > 0 && dice.chance(75)) {
    const { type, token, brand, last4, expiryMonth, expiryYear, acctId } = dice.pick(cards);
    const expiry = expiryOf(expiryMonth, expiryYear);
    return { type, token, masked: `${brand} •••• ${last4}`, expiry, profileId: vault.profileId, acctId };
  }
  const last4 = String(dice.int(0, 9999)).padStart(4, '0');
  return {
    type: 'CARD',
    token: paymentToken(last4, dice),
    masked: `Card •••• ${last4}`,
    expiry: expiryOf(dice.int(1, 12), new Date(anchor).getUTCFullYear() + dice.int(1, 4)),
    profileId: null,
    acctId: null,
  };
};

const paymentOf = (request: TenderRequest, instrument: Instrument, amount: number): PaymentFact => {
  const { person, plan, anchor, dice } = request;
  const status = statusOf(plan);
  const capturedAt = status === 'CAPTURED' ? plan.placedAt + 20 * SECOND : null;
  const settled = capturedAt === null ? null : settledAt(capturedAt, anchor);
  return {
    attemptId: person.newId('pay', plan.placedAt, plan.sequence),
    retref: String(300_000_000_000 + orderSerial(person, plan)),
    authCode: String(dice.int(100_000, 999_999)),
    token: instrument.token,
    profileId: instrument.profileId,
    acctId: instrument.acctId,
    expiry: instrument.expiry,
    amount,
    authorizedAt: instant(plan.placedAt),
    capturedAt: capturedAt === null ? null : instant(capturedAt),
    settledAt: settled === null ? null : instant(settled),
    voidedAt: status === 'VOIDED' ? instant(plan.placedAt + 90 * SECOND) : null,
    refunds: [],
  };
};

type TenderParts = Pick<TenderFact, 'type' | 'amount'> & Partial<TenderFact>;

const tenderOf = ({ person, plan }: TenderRequest, position: number, parts: TenderParts): TenderFact => ({
  id: person.newId('tnd', plan.placedAt, `${plan.sequence}/${position}`),
  pointsBurned: null,
  maskedInstrument: null,
  status: statusOf(plan),
  payment: null,
  ...parts,
});

const cardTender = (request: TenderRequest, amount: number): TenderParts => {
  const instrument = instrumentOf(request);
  const payment = paymentOf(request, instrument, amount);
  return { type: instrument.type, amount, maskedInstrument: instrument.masked, payment };
};

/** How the money part is paid: cash only over the counter, a gift card alone or together with a card. */
const moneyTenders = (request: TenderRequest, due: number): readonly TenderParts[] => {
  const { plan, dice } = request;
  const counter = plan.channel === 'IN_STORE' || plan.channel === 'DRIVE_THRU';
  if (counter && dice.chance(45)) return [{ type: 'CASH', amount: due }];
  if (!dice.chance(6)) return [cardTender(request, due)];
  const maskedInstrument = `Gift card •••• ${String(dice.int(0, 9999)).padStart(4, '0')}`;
  const [onGiftCard = due, onCard = 0] = dice.chance(50) ? [due] : shares(due, [3, 2]);
  const giftCard: TenderParts = { type: 'GIFT_CARD', amount: onGiftCard, maskedInstrument };
  return onCard === 0 ? [giftCard] : [giftCard, cardTender(request, onCard)];
};

/** Tenders that add up to the total; points come first. */
export const tendersOf = (request: TenderRequest): readonly TenderFact[] => {
  const { total, points } = request;
  const burned: TenderParts = { type: 'LOYALTY_POINTS', amount: points.amount, pointsBurned: points.burned };
  const parts = [...(points.burned > 0 ? [burned] : []), ...moneyTenders(request, total - points.amount)];
  return parts.map((part, position) => tenderOf(request, position, part));
};

/** Guests tip on delivery, and now and then at the table; nobody tips where prices are in yen. */
export const tipOf = ({ store, handoffMode }: Plan, dice: Random): number => {
  if (store.currency === 'JPY') return 0;
  if (handoffMode === 'DELIVERY') return dice.chance(70) ? 100 * dice.int(1, 4) : 0;
  return handoffMode === 'DINE_IN' && dice.chance(15) ? dice.int(50, 150) : 0;
};
