import type { TenderType } from '../check.ts';
import { accountOfPaymentMethod, ownerOfPaymentMethod } from '../payment-methods.ts';
import { sumOf } from '../pricing/money.ts';

/** How the guest wants to pay a part; as the client sent it. */
export interface WantedTender {
  readonly type: TenderType;
  readonly amount: { readonly amountMinor: number; readonly currency: string };
  readonly paymentMethodId?: string | null | undefined;
  readonly paymentToken?: string | null | undefined;
}

/** A part that a card pays. */
export interface CardTender {
  readonly type: 'CARD' | 'WALLET_PAY';
  /** Minor units. */
  readonly amount: number;
  /** Number of a card in the customer's own vault profile, or a token. */
  readonly card: { readonly token: string } | { readonly accountId: string };
}

export interface TenderProblem {
  readonly code: 'INVALID_INPUT' | 'TENDER_MISMATCH' | 'CURRENCY_MISMATCH';
  readonly message: string;
  readonly path: readonly string[];
}

/** What is to be paid, and by whom. */
export interface Due {
  readonly amountDue: number;
  readonly currency: string;
  /** Null for callers who are no customers. */
  readonly customerId: string | null;
}

const mostTenders = 5;

const problem = (code: TenderProblem['code'], message: string, ...path: readonly string[]): TenderProblem => ({
  code,
  message,
  path: ['tenders', ...path],
});

const unsupported: Partial<Record<TenderType, string>> = {
  GIFT_CARD: 'Gift cards cannot be used yet.',
  CASH: 'Cash is paid at the counter: order there, or pay by card here.',
  LOYALTY_POINTS: 'Points are spent by selecting them for the cart, before the quote.',
};

const cardOf = ({ paymentMethodId, paymentToken }: WantedTender, customerId: string | null) => {
  if ((paymentMethodId == null) === (paymentToken == null)) {
    return 'A card is named either by the id of a saved payment method or by a token.';
  }
  if (paymentToken != null) {
    return paymentToken.length > 0 && paymentToken.length <= 256 ? { token: paymentToken } : 'This is no token.';
  }
  const accountId = accountOfPaymentMethod(paymentMethodId ?? '');
  const isOwn = customerId !== null && ownerOfPaymentMethod(paymentMethodId ?? '') === customerId;
  return isOwn && accountId !== null ? { accountId } : 'There is no such payment method.';
};

const judgeOne = (tender: WantedTender, place: string, due: Due): CardTender | TenderProblem => {
  const { type, amount } = tender;
  if (type !== 'CARD' && type !== 'WALLET_PAY') {
    return problem('INVALID_INPUT', unsupported[type] ?? 'This way to pay is not supported.', place, 'type');
  }
  if (amount.currency !== due.currency) {
    return problem('CURRENCY_MISMATCH', `This order is paid in ${due.currency}.`, place, 'amount', 'currency');
  }
  if (!Number.isSafeInteger(amount.amountMinor) || amount.amountMinor <= 0) {
    return problem('INVALID_INPUT', 'Every payment needs an amount above zero.', place, 'amount', 'amountMinor');
  }
  const card = cardOf(tender, due.customerId);
  if (typeof card === 'string') {
    return problem('INVALID_INPUT', card, place, tender.paymentToken == null ? 'paymentMethodId' : 'paymentToken');
  }
  return { type, amount: amount.amountMinor, card };
};

/** The parts that cards pay, which add up to what is due exactly (I20); or what is wrong with them. */
export const judgeTenders = (
  tenders: readonly WantedTender[],
  due: Due,
): { readonly tenders: readonly CardTender[] } | { readonly problem: TenderProblem } => {
  if (tenders.length > mostTenders) {
    return { problem: problem('INVALID_INPUT', `An order is paid in at most ${mostTenders} parts.`) };
  }
  const judged = tenders.map((tender, place) => judgeOne(tender, String(place), due));
  const wrong = judged.find((one): one is TenderProblem => 'code' in one);
  if (wrong !== undefined) return { problem: wrong };
  const cards = judged.filter((one): one is CardTender => !('code' in one));
  const sum = sumOf(cards, ({ amount }) => amount);
  if (sum === due.amountDue) return { tenders: cards };
  const message = `The payments add up to ${sum}, and ${due.amountDue} is due (in minor units of ${due.currency}).`;
  return { problem: problem('TENDER_MISMATCH', message) };
};
