import { z } from 'zod';
import { LegacyFailure } from '../failure.ts';
import type { LegacySessionOptions } from '../options.ts';
import type { NotSent, Refused, Unknown } from '../outcome.ts';
import { readShape } from '../shape.ts';
import type { Writer } from '../writer.ts';
import { readCard } from './answers.ts';
import type { StoredCard } from './card.ts';
import { readAnswer, refusalOf } from './payment-answers.ts';
import type { PaymentRefusal } from './payment.ts';

/** A card to keep. */
export interface NewPaymentMethod {
  readonly profileId: string;
  readonly token: string;
  readonly makeDefault: boolean;
}

/** A first card, for which a profile is made. */
export interface NewProfile {
  /** Our id of the attempt; write it down before it is sent, for only it finds the profile after a lost answer. */
  readonly attemptId: string;
  readonly token: string;
}

export type OpenedProfile =
  | { readonly outcome: 'applied'; readonly profileId: string }
  /** `other`: the card is declined. */
  | Refused<PaymentRefusal>
  | Unknown
  | NotSent;

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
   * Makes a profile with a card in it, by an authorisation of nothing: unlike storing a card without a profile, it can be
   * inquired about by its attempt when the answer is lost.
   */
  openProfile(profile: NewProfile): Promise<OpenedProfile>;
  /** A token that the profile has is its card again, so a repetition does no harm. */
  savePaymentMethod(method: NewPaymentMethod): Promise<SavedPaymentMethod>;
  /** A card that is gone already is refused as `notFound`. */
  removePaymentMethod(method: Pick<StoredCard, 'profileId' | 'accountId'>): Promise<RemovedPaymentMethod>;
}

const readSaved = (document: unknown): SavedPaymentMethod => {
  const answer = readAnswer(document);
  return answer.respstat === 'A' ? { outcome: 'applied', card: readCard(document) } : refusalOf(answer);
};

const openedShape = z.object({ profileid: z.string().min(1) });

const readOpened = (document: unknown): OpenedProfile => {
  const answer = readAnswer(document);
  if (answer.respstat !== 'A') return refusalOf(answer);
  return { outcome: 'applied', profileId: readShape(openedShape, document).profileid };
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
  openProfile: ({ attemptId, token }) =>
    writer.send(
      {
        ...{ endpoint: 'auth', method: 'PUT', path: 'auth' },
        body: { merchid: merchantId, orderid: attemptId, amount: '0', account: token, profile: 'Y', capture: 'N' },
        read: readOpened,
      },
      session,
    ),
  savePaymentMethod: ({ profileId, token, makeDefault }) =>
    writer.send(
      {
        ...{ endpoint: 'profile/save', method: 'PUT', path: 'profile' },
        body: {
          merchid: merchantId,
          account: token,
          defaultacct: makeDefault ? 'Y' : 'N',
          profile: profileId,
        },
        read: (document) => {
          const saved = readSaved(document);
          if (saved.outcome !== 'applied' || saved.card.profileId === profileId) return saved;
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
