import { exponentOf, toDecimal } from '../decimal.ts';
import type { LegacyCall } from '../http.ts';
import type { LegacySessionOptions } from '../options.ts';
import type { Transport } from '../transport.ts';
import type { Writer } from '../writer.ts';
import { readAuthorization, readChange, readPayment } from './payment-answers.ts';
import type {
  AuthorizationOutcome,
  LegacyPayment,
  NewAuthorization,
  NewRefund,
  PaymentChange,
  PaymentChangeOutcome,
  PaymentSource,
} from './payment.ts';

/**
 * Payments of one request or job. Every write is sent once, and its outcome is a value; the inquiries are repeated as
 * every read is, and throw the `AppError` of the system. Amounts that are none are a RangeError.
 */
export interface Payments {
  /** Never twice with the same attempt: when its outcome is unknown, inquire, and void what nobody wants. */
  authorize(authorization: NewAuthorization): Promise<AuthorizationOutcome>;
  /** The newest payment or refund of this id, null when none has arrived. One that is still on its way is null too. */
  inquireByAttempt(attemptId: string): Promise<LegacyPayment | null>;
  inquire(retref: string): Promise<LegacyPayment | null>;
  /** Once, all or part. Repeated, it is refused as `alreadyCaptured`. */
  capture(change: PaymentChange): Promise<PaymentChangeOutcome>;
  /** Whatever was authorised under this id. Repeated, it is refused as `alreadyVoided`. */
  voidByAttempt(attemptId: string): Promise<PaymentChangeOutcome>;
  voidPayment(retref: string): Promise<PaymentChangeOutcome>;
  /** Inquire by refund id before it is repeated: the gateway may pay twice. */
  refund(refund: NewRefund): Promise<PaymentChangeOutcome>;
}

/** Parts of the client. */
export interface PaymentParts {
  readonly reads: Transport;
  readonly writer: Writer;
  readonly merchantId: string;
}

const decimalOf = ({ amountMinor, currency }: { readonly amountMinor: number; readonly currency: string }) => {
  if (amountMinor === 0) throw new RangeError('an amount must be above zero');
  return { amount: toDecimal(amountMinor, exponentOf(currency)), currency };
};

const sourceOnWire = (source: PaymentSource) => {
  if ('profileId' in source) return { profile: `${source.profileId}/${source.accountId}` };
  const { token, expiry } = source;
  return { account: token, ...(expiry === undefined ? {} : { expiry }) };
};

const changeCall = (endpoint: string, body: object): LegacyCall<PaymentChangeOutcome> => ({
  ...{ endpoint, method: 'PUT', path: endpoint, body },
  read: readChange,
});

const inquiryCall = (endpoint: string, path: readonly string[]): LegacyCall<LegacyPayment | null> => ({
  ...{ endpoint, method: 'GET', path: [endpoint, ...path.map(encodeURIComponent)].join('/') },
  read: readPayment,
});

/** Payments over the parts of a client, under one request's deadline. */
export const createPayments = (
  { reads, writer, merchantId }: PaymentParts,
  session: LegacySessionOptions,
): Payments => {
  const merchid = merchantId;
  const change = async (endpoint: string, body: object) =>
    writer.send(changeCall(endpoint, { merchid, ...body }), session);
  return {
    authorize: async ({ attemptId, source, ...amount }) =>
      writer.send(
        {
          ...{ endpoint: 'auth', method: 'PUT', path: 'auth' },
          body: { merchid, orderid: attemptId, ...decimalOf(amount), ...sourceOnWire(source), capture: 'N' },
          read: (document) => readAuthorization(attemptId, document),
        },
        session,
      ),
    inquireByAttempt: (attemptId) => reads.send(inquiryCall('inquireByOrderid', [attemptId, merchid, '1']), session),
    inquire: (retref) => reads.send(inquiryCall('inquire', [retref, merchid]), session),
    capture: async ({ retref, ...amount }) => change('capture', { retref, ...decimalOf(amount) }),
    voidByAttempt: (attemptId) => change('voidByOrderId', { orderid: attemptId }),
    voidPayment: (retref) => change('void', { retref }),
    refund: async ({ retref, refundId, ...amount }) =>
      change('refund', { retref, orderid: refundId, ...decimalOf(amount) }),
  };
};
