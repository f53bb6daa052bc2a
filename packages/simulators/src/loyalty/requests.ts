import { z } from 'zod';
import { faultLines } from '../core/endpoint.ts';
import { decimalField, id64Field, integerField } from '../core/wire.ts';
import type { AccountRow } from './accounts.ts';
import { failureReply, outcomeReply } from './replies.ts';
import { dayOf, type LoyaltySystem } from './system.ts';
import type { PosKey } from './transactions.ts';

/** Header of every request of the transaction service. */
export const headerInfo = z.object({
  merchantId: integerField(),
  storeCode: z.string().min(1),
  operatorId: z.string(),
  terminalId: z.string(),
  posTransactionId: z.string().min(1).max(255),
  posTransactionDatetime: z.string().optional(),
  senderId: z.literal('POS'),
  programId: z.enum(['LP', 'SV', 'CH', 'PX']),
});

export const cardInfo = z.object({ printedCardNumber: z.string().min(1) });

export const walletContents = z.array(
  z.object({
    walletCode: integerField(),
    quantity: decimalField().refine((points) => points > 0, 'must be above zero'),
  }),
);

/** An account, the way the guest service is asked for one. */
export const guestParams = z.object({
  merchantId: integerField(),
  authentication: z.enum(['b2b', 'oauth', 'card']).default('b2b'),
  access_token: z.string().optional(),
  accountId: id64Field().optional(),
  printedCardNumber: z.string().optional(),
  registrationCode: z.string().optional(),
  customerNumber: z.string().min(1).optional(),
});

export type GuestParams = z.output<typeof guestParams>;

export const findAccount = ({ accounts }: LoyaltySystem, params: GuestParams): AccountRow | undefined => {
  if (params.accountId !== undefined) return accounts.byId(params.accountId);
  if (params.printedCardNumber !== undefined) return accounts.byCard(params.printedCardNumber);
  return params.customerNumber === undefined ? undefined : accounts.by('customerNumber', params.customerNumber)[0];
};

/** What tells a transaction of one sender from another. */
export const posKey = (header: z.output<typeof headerInfo>, requestType: string, now: Date): PosKey => ({
  requestType,
  storeCode: header.storeCode,
  businessDay: /^\d{4}-\d{2}-\d{2}/.exec(header.posTransactionDatetime ?? '')?.[0] ?? dayOf(now),
  posTransactionId: header.posTransactionId,
});

/** `invalid` of the transaction service. */
export const invalidTransaction = (error: z.core.$ZodError): object =>
  outcomeReply('invalid', faultLines(error).join('; '));

/** `invalid` of the guest and check services. */
export const invalidGuestCall = (error: z.core.$ZodError): object =>
  failureReply('invalid_input', faultLines(error).join('; '));
