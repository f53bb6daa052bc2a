import { createOnce, isPassing, keyError, update, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import {
  accountOfPaymentMethod,
  isSameCard,
  ownerOfPaymentMethod,
  type PaymentMethod,
} from '../domain/payment-methods.ts';
import type { RemovePaymentMethodInput } from '../generated/resolvers.ts';
import type { CardRemoval, PaymentProfileItem } from '../repository/payment-profiles.ts';
import { ask } from './ask.ts';
import { remembered, unanswered, type OrderError, type Outcome } from './cart-payload.ts';
import { vaultSilent, type PaymentMethodPayload } from './payment-method-payload.ts';

/** A removal of a card under a claim. */
interface Removing {
  readonly claim: string;
  readonly paymentMethodId: string;
  readonly customerId: string;
}

/** Removals are remembered as long as claims are, in ms. */
const keptMs = 48 * 3_600_000;

const noSuchMethod = (): OrderError => userError('NOT_FOUND', 'There is no such payment method.', 'paymentMethodId');

/** Absent and another customer's look the same. */
const profileOf = async (
  { paymentMethodId, customerId }: Removing,
  { repositories }: Context,
): Promise<PaymentProfileItem | null> =>
  ownerOfPaymentMethod(paymentMethodId) === customerId
    ? repositories.paymentProfiles.table.get({ partition: customerId })
    : null;

/** Writes down what will be gone, before it is: afterwards nobody could tell whether it ever was there. */
const writeDown = async (
  removal: CardRemoval,
  { customerId }: Removing,
  { repositories, signal }: Context,
): Promise<void> => {
  const oldest = Date.parse(removal.at) - keptMs;
  await update<PaymentProfileItem>({
    table: repositories.paymentProfiles.table,
    key: { partition: customerId },
    signal,
    step: (profile) => {
      const removals = (profile.removals ?? []).filter(
        ({ at, claim }) => Date.parse(at) >= oldest && claim !== removal.claim,
      );
      return { state: { ...profile, removals: [...removals, removal] }, silently: true };
    },
  });
};

/**
 * Takes a card out of the vault. What the vault has is looked at first, each time: numbers are given out again, and a
 * repetition must not take the next card of the same number.
 */
const removeCard = async (removing: Removing, context: Context): Promise<Outcome> => {
  const { claim, paymentMethodId, customerId } = removing;
  const profile = await profileOf(removing, context);
  if (profile?.profileId == null) return remembered(null, noSuchMethod());
  const methods = await ask(context.loaders.paymentMethods.load(customerId));
  if (methods === 'silent') return remembered(null, vaultSilent());
  const present = methods.find(({ id }) => id === paymentMethodId);
  const intended = profile.removals?.find((removal) => removal.claim === claim)?.method;
  if (present === undefined || (intended !== undefined && !isSameCard(present, intended))) {
    return intended === undefined ? remembered(null, noSuchMethod()) : remembered(claim);
  }
  await writeDown({ claim, method: present, at: context.now().toISOString() }, removing, context);
  const accountId = accountOfPaymentMethod(paymentMethodId) ?? '';
  const removed = await context.payments.removePaymentMethod({ profileId: profile.profileId, accountId });
  const isGone = removed.outcome === 'applied' || (removed.outcome === 'refused' && removed.code === 'notFound');
  return isGone ? remembered(claim) : remembered(null, vaultSilent());
};

/** What was removed under a claim, as it was. */
const removedMethod = async (
  claim: string,
  customerId: string,
  { repositories }: Context,
): Promise<PaymentMethod | null> => {
  const profile = await repositories.paymentProfiles.table.get({ partition: customerId });
  return profile?.removals?.find((removal) => removal.claim === claim)?.method ?? null;
};

/** Forgets a card or wallet of the signed-in customer. */
export const removePaymentMethod = async (
  input: RemovePaymentMethodInput,
  context: Context,
): Promise<PaymentMethodPayload> => {
  const { viewer, claims, now, signal } = context;
  const call = { viewer, mutation: 'removePaymentMethod', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return { paymentMethod: null, userErrors: [keyFault] };
  const customerId = viewer.customerId ?? '';
  const effect = (claim: string): Promise<Outcome> =>
    removeCard({ claim, paymentMethodId: input.paymentMethodId, customerId }, context);
  const result = await createOnce({ claims, call, now, signal, effect, isPassing });
  if (result.kind !== 'done') return { paymentMethod: null, userErrors: unanswered(result) };
  const { id: claim, userErrors } = result.outcome;
  return { paymentMethod: claim === null ? null : await removedMethod(claim, customerId, context), userErrors };
};
