import { z } from 'zod';
import { endpoint, silence, type Answer, type CallContext, type Endpoint } from '../core/endpoint.ts';
import { amountField, currencyField, minorUnits } from './amounts.ts';
import { answersNever, judge, refusal } from './outcomes.ts';
import type { NewPayment } from './payments.ts';
import { authReply } from './replies.ts';
import { merchantId, service } from './requests.ts';
import { newAuthCode, retrefAt, type PaymentSystem } from './system.ts';
import { accountTypeOf } from './vault.ts';

const authParams = z.object({
  merchid: merchantId,
  orderid: z.string().min(1),
  amount: amountField(),
  currency: currencyField().default('USD'),
  account: z.string().optional(),
  /** `profileid`, or `profileid/acctid`; `Y` with an `account`: a profile is made for it. */
  profile: z.string().optional(),
  acctid: z.string().optional(),
  expiry: z.string().default(''),
  capture: z.enum(['Y', 'N']).default('N'),
});

type AuthParams = z.output<typeof authParams>;

type Source = Pick<NewPayment, 'token' | 'profileid' | 'acctid' | 'expiry'>;

const makeProfile = 'Y';

/** What is charged: a stored card (the default one, unless named), or a token. */
const sourceOf = ({ vault }: PaymentSystem, params: AuthParams): Source | undefined => {
  const { account, expiry } = params;
  if (params.profile === undefined || params.profile === makeProfile) {
    return account === undefined ? undefined : { token: account, profileid: null, acctid: null, expiry };
  }
  const [profileid = '', acctid = params.acctid] = params.profile.split('/');
  const card = vault
    .cards(profileid)
    .find((stored) => (acctid === undefined ? stored.defaultacct === 1 : stored.acctid === acctid));
  return card && { token: card.token, profileid, acctid: card.acctid, expiry: card.expiry };
};

/** A card that is approved gets a profile of its own. */
const withProfile = ({ vault }: PaymentSystem, source: Source): Source => {
  if (judge(source.token) !== 'approved') return source;
  const [profileid, acctid, expiry] = [vault.newProfileId(), '1', source.expiry || '1230'];
  const accttype = accountTypeOf(source.token) ?? 'VISA';
  vault.put({ profileid, acctid, token: source.token, accttype, expiry, name: '', walletpay: 0, defaultacct: 1 });
  return { ...source, profileid, acctid, expiry };
};

const newPayment = (system: PaymentSystem, params: AuthParams, source: Source & { amount: number }): NewPayment => {
  const outcome = judge(source.token);
  const at = system.now().toISOString();
  const captures = params.capture === 'Y' && outcome === 'approved';
  return {
    ...source,
    retref: retrefAt(system.payments.next()),
    type: 'AUTH',
    original: null,
    orderid: params.orderid,
    merchid: params.merchid,
    currency: params.currency,
    captured: captures ? source.amount : 0,
    authcode: newAuthCode(system.random),
    outcome,
    authorizedAt: at,
    capturedAt: captures ? at : null,
    settledAt: null,
    voidedAt: null,
  };
};

const auth = (system: PaymentSystem, params: AuthParams, { faults }: CallContext): Answer => {
  const [first] = system.payments.byOrder(params.orderid, params.merchid);
  if (first !== undefined && faults.duplicateMode === 'A') return authReply(first, system.vault);
  if (first !== undefined && faults.duplicateMode === 'B') return refusal('duplicate');
  const source = sourceOf(system, params);
  if (source === undefined) return refusal('profileNotFound');
  const amount = minorUnits(params.amount, params.currency);
  if (amount === undefined) return refusal('badAmount');
  const charged = params.profile === makeProfile ? withProfile(system, source) : source;
  const payment = newPayment(system, params, { ...charged, amount });
  system.payments.add(payment);
  return answersNever(source.token) ? silence : authReply(payment, system.vault);
};

/** Authorisation, with capture in the same step when asked for. */
export const authEndpoints = (system: PaymentSystem): Endpoint[] => [
  endpoint({
    ...service('auth', 'PUT', 'auth'),
    params: authParams,
    answer: (params, context) => system.book.transaction(() => auth(system, params, context)),
  }),
];
