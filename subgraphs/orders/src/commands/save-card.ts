import type { SavedPaymentMethod } from '@qsr/legacy';
import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { paymentMethodOf, type PaymentMethod } from '../domain/payment-methods.ts';
import type { OrderError } from './cart-payload.ts';
import { vaultSilent } from './payment-method-payload.ts';

/** A card that a customer wants to keep. */
export interface CardToSave {
  readonly customerId: string;
  readonly token: string;
  readonly makeDefault: boolean;
}

type Saving = { readonly method: PaymentMethod } | { readonly error: OrderError };

type Parts = Pick<Context, 'payments' | 'repositories'>;

const refusalOf = (saved: Exclude<SavedPaymentMethod, { outcome: 'applied' }>): OrderError => {
  if (saved.outcome !== 'refused') return vaultSilent();
  return saved.code === 'other'
    ? userError('PAYMENT_DECLINED', 'The card was declined. Please use another one.', 'paymentToken')
    : userError('INVALID_INPUT', 'The payment system does not know this token.', 'paymentToken');
};

const savingOf = (saved: SavedPaymentMethod, customerId: string): Saving =>
  saved.outcome === 'applied' ? { method: paymentMethodOf(customerId, saved.card) } : { error: refusalOf(saved) };

/**
 * Saves a card in its owner's profile in the vault. A profile is made for the first card, and again when it went with the
 * last one. A token that the profile has is its card again, so that a repetition does no harm.
 */
export const saveCard = async (card: CardToSave, parts: Parts): Promise<Saving> => {
  const { customerId, token, makeDefault } = card;
  const { table } = parts.repositories.paymentProfiles;
  const save = (profileId: string | null) => parts.payments.savePaymentMethod({ profileId, token, makeDefault });
  const known = await table.get({ partition: customerId });
  if (known !== null) {
    const saved = await save(known.profileId);
    const isGone = saved.outcome === 'refused' && saved.code === 'notFound';
    if (!isGone) return savingOf(saved, customerId);
  }
  const first = await save(null);
  if (first.outcome !== 'applied') return savingOf(first, customerId);
  const { profileId } = first.card;
  const isKept =
    known === null
      ? await table.create({ customerId, profileId, revision: 1 })
      : await table.replace({ ...known, profileId, revision: known.revision + 1 }, known.version);
  if (isKept) return savingOf(first, customerId);
  // A twin was quicker: its profile stays, and ours is forgotten with its card.
  await parts.payments.removePaymentMethod(first.card);
  return saveCard(card, parts);
};
