/** Whose a cart, quote or order is. */
export interface Owned {
  /** Whose benefits and points count; absent for a guest's. */
  readonly customerId?: string | undefined;
  /**
   * True where a guest began and a member's code was scanned on the way, at a kiosk: the member is the customer, and the
   * kiosk goes on by the id, without a token.
   */
  readonly heldByGuest?: true | undefined;
}

/** Whose token it takes; null where the unguessable id is enough. */
export const keeperOf = ({ customerId, heldByGuest }: Owned): string | null =>
  heldByGuest === true ? null : (customerId ?? null);

/** Whether a caller who knows the id may go on with it; `callerId` is null for callers who are no customers. */
export const isOpenTo = (owned: Owned, callerId: string | null): boolean => {
  const keeper = keeperOf(owned);
  return keeper === null || keeper === callerId;
};
