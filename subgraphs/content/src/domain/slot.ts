import { localeCandidates } from './locale.ts';

/** The place that a home screen fills. `storeId` null: every store without a screen of its own. */
export interface Slot {
  readonly channel: string;
  readonly locale: string;
  readonly storeId: string | null;
}

/** The key of a slot. */
export const slotKey = ({ channel, locale, storeId }: Slot): string => `${channel}/${locale}/${storeId ?? '*'}`;

/** The slots to look at, best first: the language counts more than the store, since a screen must be readable. */
export const slotCandidates = ({ channel, locale, storeId }: Slot): readonly string[] =>
  localeCandidates(locale).flatMap((candidate) =>
    [...new Set([storeId, null])].map((store) => slotKey({ channel, locale: candidate, storeId: store })),
  );
