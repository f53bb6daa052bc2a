import { retryLater } from '@qsr/subgraph/writing';
import type { PaymentMethodMapper } from '../mappers.ts';
import type { OrderError } from './cart-payload.ts';

/** What every mutation of payment methods answers. */
export interface PaymentMethodPayload {
  readonly paymentMethod: PaymentMethodMapper | null;
  readonly userErrors: readonly OrderError[];
}

/** The vault did not answer. Doing it again does no harm: the same call under the same key goes on with it. */
export const vaultSilent = (): OrderError =>
  retryLater('PAYMENT_UNAVAILABLE', 'The payment system does not answer. Try again in a moment.');
