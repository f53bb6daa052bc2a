import { createOnce, isPassing, keyError, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import type { PaymentMethod } from '../domain/payment-methods.ts';
import type { AddPaymentMethodInput } from '../generated/resolvers.ts';
import { ask } from './ask.ts';
import { remembered, unanswered, type Outcome } from './cart-payload.ts';
import { vaultSilent, type PaymentMethodPayload } from './payment-method-payload.ts';
import { saveCard } from './save-card.ts';

const longestToken = 256;

/** What an earlier call saved, as the vault has it now. */
const savedBefore = async (id: string, customerId: string, { loaders }: Context): Promise<PaymentMethodPayload> => {
  const methods = await ask(loaders.paymentMethods.load(customerId));
  if (methods === 'silent') return { paymentMethod: null, userErrors: [vaultSilent()] };
  return { paymentMethod: methods.find((method) => method.id === id) ?? null, userErrors: [] };
};

/** Saves a card or wallet of the signed-in customer, by the token that the payment system's form gave out. */
export const addPaymentMethod = async (
  input: AddPaymentMethodInput,
  context: Context,
): Promise<PaymentMethodPayload> => {
  const { viewer, claims, now, signal } = context;
  const call = { viewer, mutation: 'addPaymentMethod', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return { paymentMethod: null, userErrors: [keyFault] };
  const customerId = viewer.customerId ?? '';
  const { paymentToken: token, makeDefault = false } = input;
  let saved: PaymentMethod | undefined;
  const effect = async (): Promise<Outcome> => {
    if (token === '' || token.length > longestToken) {
      return remembered(null, userError('INVALID_INPUT', 'This cannot be a payment token.', 'paymentToken'));
    }
    const saving = await saveCard({ customerId, token, makeDefault }, context);
    if ('error' in saving) return remembered(null, saving.error);
    saved = saving.method;
    return remembered(saved.id);
  };
  const result = await createOnce({ claims, call, now, signal, effect, isPassing });
  if (result.kind !== 'done') return { paymentMethod: null, userErrors: unanswered(result) };
  const { id, userErrors } = result.outcome;
  if (saved !== undefined || id === null) return { paymentMethod: saved ?? null, userErrors };
  return savedBefore(id, customerId, context);
};
