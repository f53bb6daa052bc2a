import { everyone, ownerOr, signedIn, withScope, type PermissionTree } from '@qsr/subgraph';
import { keeperOf, type Owned } from './domain/ownership.ts';
import type { CustomerMapper, PaymentMethodMapper, RefundMapper } from './mappers.ts';

const readAny = 'orders:read:any';

/** Carts, quotes and orders: their customer and staff with the scope; whoever knows the id when a guest began them. */
const owned = ownerOr<Owned>(readAny, keeperOf);

const customer = ownerOr<CustomerMapper>(readAny, ({ id }) => id);

const refund = ownerOr<RefundMapper>(readAny, ({ order }) => keeperOf(order));

const paymentMethod = ownerOr<PaymentMethodMapper>(readAny, ({ customerId }) => customerId);

export const permissions: PermissionTree = {
  Query: {
    me: everyone,
    store: everyone,
    storesNear: everyone,
    menu: everyone,
    cart: everyone,
    quote: everyone,
    order: everyone,
  },
  Mutation: {
    // Guests order too: whose a cart or order is, the command looks at.
    createCart: everyone,
    addCartLine: everyone,
    updateCartLine: everyone,
    removeCartLine: everyone,
    selectCartBenefits: signedIn,
    attachMember: everyone,
    createQuote: everyone,
    checkout: everyone,
    checkInOrder: everyone,
    cancelOrder: everyone,
    refundOrder: withScope('orders:refund'),
    addPaymentMethod: signedIn,
    removePaymentMethod: signedIn,
  },
  Customer: { id: everyone, '*': customer },
  Cart: { id: everyone, '*': owned },
  Quote: { id: everyone, '*': owned },
  Order: { id: everyone, '*': owned },
  Refund: { id: everyone, '*': refund },
  PaymentMethod: { id: everyone, '*': paymentMethod },

  // The public face of a store.
  GeoPoint: everyone,
  Menu: everyone,
  MenuCategory: everyone,
  MenuItem: everyone,
  Modifier: everyone,
  ModifierGroup: everyone,
  OpeningHours: everyone,
  Store: everyone,
  StoreAddress: everyone,

  // Reached through the types above only.
  BenefitSelection: everyone,
  CartLine: everyone,
  Check: everyone,
  CheckDiscount: everyone,
  CheckTotals: everyone,
  DeliveryAddress: everyone,
  Fulfilment: everyone,
  GuestContact: everyone,
  LineModifier: everyone,
  LoyaltyReward: everyone,
  Money: everyone,
  Offer: everyone,
  OrderConnection: everyone,
  OrderEdge: everyone,
  OrderLine: everyone,
  PageInfo: everyone,
  RejectedBenefit: everyone,
  Tender: everyone,

  // Outcomes of mutations; the entities in them have their own rules.
  CartPayload: everyone,
  CheckoutPayload: everyone,
  OrderPayload: everyone,
  OrderUserError: everyone,
  PaymentMethodPayload: everyone,
  QuotePayload: everyone,
  RefundOrderPayload: everyone,
};
