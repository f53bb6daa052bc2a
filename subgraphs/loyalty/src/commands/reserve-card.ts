import { release, reserve } from '@qsr/subgraph/writing';
import { cardKey, type CardItem } from '../repository/cards.ts';
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

const reservationOf = ({ cardNumber, accountId }: WantedCard, { repositories }: CardParts) => {
  const card = cardKey(cardNumber);
  const isMine = (present: CardItem): boolean => present.accountId === accountId;
  return { table: repositories.cards.table, key: { partition: card }, card, isMine };
};

/** Gives a card to an account unless another one has it; false when one has. Doing it again does no harm. */
export const reserveCard = (wanted: WantedCard, parts: CardParts): Promise<boolean> => {
  const { repositories, now } = parts;
  const { cardNumber, accountId } = wanted;
  const { card, ...reservation } = reservationOf(wanted, parts);
  const mine = { card, accountId, reservedAt: now().toISOString() };
  const isHeld = async (present: CardItem): Promise<boolean> => {
    const holder = await repositories.accounts.table.get({ partition: present.accountId });
    return holder?.cardNumber === cardNumber;
  };
  return reserve({ ...reservation, mine, isHeld }, now());
};

/** Gives back at once what was reserved for an account that did not get the card. */
export const releaseCard = (wanted: WantedCard, parts: CardParts): Promise<void> =>
  release(reservationOf(wanted, parts));
