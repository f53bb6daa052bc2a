export type LoyaltyAccountStatus = 'PENDING_ENROLLMENT' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED';

/** The program that a customer's one account belongs to. */
export const mainProgram = 'default';

/** Points are earned from the moment of joining, also while the legacy system has not made the account yet. */
export const canEarn = (status: LoyaltyAccountStatus): boolean =>
  status === 'ACTIVE' || status === 'PENDING_ENROLLMENT';
