import type { Currency, Daypart, Id, Localized, MediaFact } from './common.ts';

export type Allergen =
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

/** Minor units of each currency. */
export type PriceList = { readonly [currency in Currency]: number };

export interface LabelCopy {
  readonly name: string;
  readonly description: string | null;
}

export interface MenuCategoryFact {
  readonly id: Id;
  readonly code: string;
  /** In menu order. */
  readonly itemIds: readonly Id[];
  readonly copy: Localized<LabelCopy>;
}

export interface ModifierFact {
  readonly id: Id;
  readonly code: string;
  /** For one piece; never negative. */
  readonly priceDelta: PriceList;
  readonly available: boolean;
  readonly copy: Localized<LabelCopy>;
}

/** `min` and `max` count pieces, not kinds. */
export interface ModifierGroupFact {
  readonly id: Id;
  readonly code: string;
  readonly min: number;
  readonly max: number;
  readonly modifiers: readonly ModifierFact[];
  readonly copy: Localized<LabelCopy>;
}

export interface NutritionFact {
  readonly energyKcal: number;
  readonly fatMg: number;
  readonly carbohydrateMg: number;
  readonly proteinMg: number;
  readonly saltMg: number;
}

export interface MenuItemCopy {
  readonly name: string;
  readonly description: string;
  readonly image: MediaFact;
  readonly badges: readonly string[];
}

export interface MenuItemFact {
  readonly id: Id;
  /** Price look-up number of the POS. */
  readonly plu: string;
  readonly categoryId: Id;
  readonly price: PriceList;
  readonly dayparts: readonly Daypart[];
  readonly modifierGroupIds: readonly Id[];
  /** Stores that have run out of it. */
  readonly unavailableStoreIds: readonly Id[];
  readonly allergens: readonly Allergen[];
  readonly nutrition: NutritionFact;
  readonly copy: Localized<MenuItemCopy>;
}

export interface MenuFact {
  readonly categories: readonly MenuCategoryFact[];
  readonly items: readonly MenuItemFact[];
  readonly modifierGroups: readonly ModifierGroupFact[];
}
