import { Money, type ResolverMap } from '@qsr/subgraph';
import { BenefitSelection } from './BenefitSelection.ts';
import { Cart } from './Cart.ts';
import { CartLine } from './CartLine.ts';
import { Check } from './Check.ts';
import { CheckDiscount } from './CheckDiscount.ts';
import { CheckTotals } from './CheckTotals.ts';
import { Customer } from './Customer.ts';
import { LineModifier } from './LineModifier.ts';
import { Menu } from './Menu.ts';
import { MenuCategory } from './MenuCategory.ts';
import { MenuItem } from './MenuItem.ts';
import { Modifier } from './Modifier.ts';
import { ModifierGroup } from './ModifierGroup.ts';
import { Mutation } from './Mutation.ts';
import { Order } from './Order.ts';
import { OrderLine } from './OrderLine.ts';
import { PaymentMethod } from './PaymentMethod.ts';
import { Query } from './Query.ts';
import { Quote } from './Quote.ts';
import { Refund } from './Refund.ts';
import { RejectedBenefit } from './RejectedBenefit.ts';
import { Store } from './Store.ts';
import { Tender } from './Tender.ts';

/** Every type with resolvers of its own; all other fields are read off the object that stands behind their type. */
export const resolvers: ResolverMap = {
  BenefitSelection,
  Cart,
  CartLine,
  Check,
  CheckDiscount,
  CheckTotals,
  Customer,
  LineModifier,
  Menu,
  MenuCategory,
  MenuItem,
  Modifier,
  ModifierGroup,
  Money,
  Mutation,
  Order,
  OrderLine,
  PaymentMethod,
  Query,
  Quote,
  Refund,
  RejectedBenefit,
  Store,
  Tender,
};
