import type { StoreSession, TableSpec } from '@qsr/store';
import type { MediaRecord } from './home-screens.ts';

/** Texts of an offer in one language. */
export interface OfferCopy {
  readonly title: string;
  readonly description: string | null;
  readonly terms: string | null;
  readonly image: MediaRecord | null;
  readonly badge: string | null;
}

/** Texts of a reward in one language. */
export interface RewardCopy {
  readonly title: string;
  readonly description: string | null;
  readonly image: MediaRecord | null;
}

/** Texts of a menu item in one language. */
export interface MenuItemCopy {
  readonly name: string;
  readonly description: string | null;
  readonly image: MediaRecord | null;
  readonly badges: readonly string[];
}

/** Texts of a restaurant in one language. */
export interface StoreCopy {
  readonly headline: string | null;
  readonly image: MediaRecord | null;
  readonly notice: string | null;
}

/** Texts of a category, modifier group or modifier in one language. */
export interface LabelCopy {
  readonly name: string;
  readonly description: string | null;
}

/** What the law wants to be known of a menu item: substances, and nutrition in kilocalories and milligrams. */
export interface FoodFacts {
  readonly allergens: readonly Allergen[];
  readonly nutrition: {
    readonly energyKcal: number;
    readonly fatMg: number | null;
    readonly carbohydrateMg: number | null;
    readonly proteinMg: number | null;
    readonly saltMg: number | null;
  };
}

type Allergen =
  | 'CELERY'
  | 'CRUSTACEANS'
  | 'EGG'
  | 'FISH'
  | 'GLUTEN'
  | 'LUPIN'
  | 'MILK'
  | 'MOLLUSCS'
  | 'MUSTARD'
  | 'NUTS'
  | 'PEANUTS'
  | 'SESAME'
  | 'SOY'
  | 'SULPHITES';

/** The texts behind each type that has a `presentation`. */
export interface Copies {
  readonly Offer: OfferCopy;
  readonly LoyaltyReward: RewardCopy;
  readonly MenuItem: MenuItemCopy;
  readonly Store: StoreCopy;
  readonly MenuCategory: LabelCopy;
  readonly ModifierGroup: LabelCopy;
  readonly Modifier: LabelCopy;
}

export type CopyKind = keyof Copies;

/** The texts of one thing by language, keyed by the thing's id. `food` is set for menu items. */
export interface CopyOf<Kind extends CopyKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly copy: Readonly<Record<string, Copies[Kind]>>;
  readonly food?: FoodFacts;
}

/** One table for all kinds, so that a request reads it once whatever it shows. */
export type CopyItem = { readonly [Kind in CopyKind]: CopyOf<Kind> }[CopyKind];

export const copiesTable: TableSpec<CopyItem> = { name: 'copies', key: { partition: 'id' } };

/** Access: by id. */
export const copyRepository = (session: StoreSession) => ({ table: session.table(copiesTable) });
