import { cardKey } from '../repository/cards.ts';
import type { Repositories } from '../repository/index.ts';

/** What reserving needs. */
export interface CardParts {
  readonly repositories: Pick<Repositories, 'accounts' | 'cards'>;
  readonly now: () => Date;
}

/** A card that an account is to have. */
export interface WantedCard {
  readonly cardNumber: string;
  readonly accountId: string;
}

/** How long whoever reserved a card may take to write the account that has it, in ms. */
const graceMs = 15 * 60_000;

/**
 * Gives a card to an account unless another one has it; false when one has. A reservation whose account has another
 * card is taken over after a while, so that a crash blocks nobody for long.
 */
export const reserveCard = async (wanted: WantedCard, parts: CardParts): Promise<boolean> => {
  const { repositories, now } = parts;
  const { table } = repositories.cards;
  const { cardNumber, accountId } = wanted;
  const mine = { card: cardKey(cardNumber), accountId, reservedAt: now().toISOString() };
  if (await table.create(mine)) return true;
  const present = await table.get({ partition: mine.card });
  if (present !== null && present.accountId !== accountId) {
    if (Date.parse(present.reservedAt) + graceMs > now().getTime()) return false;
    const holder = await repositories.accounts.table.get({ partition: present.accountId });
    if (holder?.cardNumber === cardNumber) return false;
  }
  // Reserving again what is one's own moves its version, so that it cannot be taken over at the same time.
  if (present !== null && (await table.replace(mine, present.version))) return true;
  return reserveCard(wanted, parts);
};

/** Gives back at once what was reserved for an account that did not get the card. */
export const releaseCard = async (
  { cardNumber, accountId }: WantedCard,
  { repositories }: CardParts,
): Promise<void> => {
  const key = { partition: cardKey(cardNumber) };
  const present = await repositories.cards.table.get(key);
  if (present?.accountId === accountId) await repositories.cards.table.remove(key, present.version);
};
