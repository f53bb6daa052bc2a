import { LegacyFailure } from '../failure.ts';
import type { LegacySessionOptions } from '../options.ts';
import type { NotSent, Refused, Unknown } from '../outcome.ts';
import type { Writer } from '../writer.ts';
import { readCard } from './answers.ts';
import type { StoredCard } from './card.ts';
import { readAnswer, refusalOf } from './payment-answers.ts';
import type { PaymentRefusal } from './payment.ts';

/** A card to keep. */
export interface NewPaymentMethod {
  /** Null for a customer without a profile: one is made. */
  readonly profileId: string | null;
  readonly token: string;
  readonly makeDefault: boolean;
}

export type SavedPaymentMethod =
  | { readonly outcome: 'applied'; readonly card: StoredCard }
  /** `other`: the card is declined; see the reason. `notFound`: there is no such profile. */
  | Refused<PaymentRefusal>
  | Unknown
  | NotSent;

export type RemovedPaymentMethod = { readonly outcome: 'applied' } | Refused<PaymentRefusal> | Unknown | NotSent;

/** Changes of the vault. */
export interface Vault {
  /**
   * A token that the profile has is its card again, so a repetition does no harm, unless it has no profile yet: then an
   * unknown outcome may leave a profile that nobody knows, with a card that nobody can charge.
   */
  savePaymentMethod(method: NewPaymentMethod): Promise<SavedPaymentMethod>;
  /** A card that is gone already is refused as `notFound`. */
  removePaymentMethod(method: Pick<StoredCard, 'profileId' | 'accountId'>): Promise<RemovedPaymentMethod>;
}

const readSaved = (document: unknown): SavedPaymentMethod => {
  const answer = readAnswer(document);
  return answer.respstat === 'A' ? { outcome: 'applied', card: readCard(document) } : refusalOf(answer);
};

const readRemoved = (document: unknown): RemovedPaymentMethod => {
  const answer = readAnswer(document);
  return answer.respstat === 'A' ? { outcome: 'applied' } : refusalOf(answer);
};

interface VaultParts {
  readonly writer: Writer;
  readonly merchantId: string;
}

/** The vault over the parts of a client, under one request's deadline. */
export const createVault = ({ writer, merchantId }: VaultParts, session: LegacySessionOptions): Vault => ({
  savePaymentMethod: ({ profileId, token, makeDefault }) =>
    writer.send(
      {
        ...{ endpoint: 'profile/save', method: 'PUT', path: 'profile' },
        body: {
          merchid: merchantId,
          account: token,
          defaultacct: makeDefault ? 'Y' : 'N',
          ...(profileId === null ? {} : { profile: profileId }),
        },
        read: (document) => {
          const saved = readSaved(document);
          if (saved.outcome !== 'applied' || profileId === null || saved.card.profileId === profileId) return saved;
          throw new LegacyFailure('malformed', 'a card of another profile');
        },
      },
      session,
    ),
  removePaymentMethod: ({ profileId, accountId }) =>
    writer.send(
      {
        ...{ endpoint: 'profile/delete', method: 'DELETE' },
        path: ['profile', profileId, accountId, merchantId].map(encodeURIComponent).join('/'),
        read: readRemoved,
      },
      session,
    ),
});
