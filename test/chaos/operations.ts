/** The mutations that a customer of a run sends: each asks for ids, and what the next step needs. */
const refusals = 'userErrors { code message retryable }';

const mutation = (field: string, inputType: string, selection: string): string =>
  `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${selection} ${refusals} } }`;

const quote = 'quote { id cart { id } amountDue { amountMinor currency } }';

export const operations = {
  signUp: mutation('signUp', 'SignUpInput', 'customer { id }'),
  recordConsents: mutation('recordConsents', 'RecordConsentsInput', 'customer { id }'),
  activateOffer: mutation('activateOffer', 'ActivateOfferInput', 'customerOffer { id }'),
  claimOfferCode: mutation('claimOfferCode', 'ClaimOfferCodeInput', 'customerOffer { id }'),
  createCart: mutation('createCart', 'CreateCartInput', 'cart { id version }'),
  addCartLine: mutation('addCartLine', 'AddCartLineInput', 'cart { id version }'),
  selectCartBenefits: mutation('selectCartBenefits', 'SelectCartBenefitsInput', 'cart { id version }'),
  createQuote: mutation('createQuote', 'CreateQuoteInput', quote),
  checkout: mutation('checkout', 'CheckoutInput', `order { id paymentStatus } ${quote}`),
  cancelOrder: mutation('cancelOrder', 'CancelOrderInput', 'order { id }'),
  refundOrder: mutation('refundOrder', 'RefundOrderInput', 'refund { id }'),
  upsertOffer: mutation('upsertOffer', 'UpsertOfferInput', 'offer { id }'),
} as const;

export type Operation = keyof typeof operations;
