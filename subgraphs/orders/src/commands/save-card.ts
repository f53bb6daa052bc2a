import type { OpenedProfile, SavedPaymentMethod } from '@qsr/legacy';
import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { paymentMethodOf, type PaymentMethod } from '../domain/payment-methods.ts';
import type { OrderError } from './cart-payload.ts';
import { inTurn } from './in-turn.ts';
import { openProfile } from './open-profile.ts';
import { vaultSilent } from './payment-method-payload.ts';

/** A card that a customer wants to keep. */
export interface CardToSave {
  readonly customerId: string;
  readonly token: string;
  readonly makeDefault: boolean;
}

type Saving = { readonly method: PaymentMethod } | { readonly error: OrderError };

type Parts = Pick<Context, 'payments' | 'repositories' | 'now'>;

type Unsaved = Exclude<SavedPaymentMethod | OpenedProfile, { outcome: 'applied' }>;

const refusalOf = (saved: Unsaved): OrderError => {
  if (saved.outcome !== 'refused') return vaultSilent();
  return saved.code === 'other'
    ? userError('PAYMENT_DECLINED', 'The card was declined. Please use another one.', 'paymentToken')
    : userError('INVALID_INPUT', 'The payment system does not know this token.', 'paymentToken');
};

const savingOf = (saved: SavedPaymentMethod, customerId: string): Saving =>
  saved.outcome === 'applied' ? { method: paymentMethodOf(customerId, saved.card) } : { error: refusalOf(saved) };

const save = async ({ customerId, token, makeDefault }: CardToSave, parts: Parts): Promise<Saving> => {
  const { payments, repositories } = parts;
  const known = await repositories.paymentProfiles.table.get({ partition: customerId });
  if (known?.profileId != null) {
    const saved = await payments.savePaymentMethod({ profileId: known.profileId, token, makeDefault });
    const isGone = saved.outcome === 'refused' && saved.code === 'notFound';
    if (!isGone) return savingOf(saved, customerId);
  }
  const opened = await openProfile({ customerId, token, known }, parts);
  if (opened.outcome !== 'applied') return { error: refusalOf(opened) };
  const { profileId } = opened;
  return savingOf(await payments.savePaymentMethod({ profileId, token, makeDefault }), customerId);
};

/**
 * Saves a card in its owner's profile in the vault. A profile is made for the first card, and again when it went with the
 * last one. A token that the profile has is its card again, so that a repetition does no harm.
 */
export const saveCard = (card: CardToSave, parts: Parts): Promise<Saving> =>
  inTurn(`cards of ${card.customerId}`, () => save(card, parts));
