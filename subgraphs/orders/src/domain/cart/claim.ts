/** The part of a cart that decides whether a quote of it still holds; `checkedOutBy` is the checkout that has it. */
export interface QuotedCart {
  readonly status: 'OPEN' | 'CHECKED_OUT';
  readonly revision: number;
  readonly checkedOutBy?: string | undefined;
}

/**
 * Why a checkout cannot have a cart as its quote priced it; null when it can, or has it already. A cart that is checked
 * out does not change, so that whoever has it keeps what the guest saw.
 */
export const cartRefusal = (
  { status, revision, checkedOutBy }: QuotedCart,
  { cartVersion }: { readonly cartVersion: number },
  checkoutId: string,
): 'QUOTE_CONSUMED' | 'VERSION_CONFLICT' | null => {
  if (status === 'CHECKED_OUT') return checkedOutBy === checkoutId ? null : 'QUOTE_CONSUMED';
  return revision === cartVersion ? null : 'VERSION_CONFLICT';
};
