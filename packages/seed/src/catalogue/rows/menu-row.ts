import type { Daypart } from '../../facts/common.ts';
import type { Allergen } from '../../facts/menu.ts';

type Copy = readonly [name: string, description: string];

export type Badge = 'new' | 'favourite' | 'spicy' | 'vegetarian' | 'vegan';

export interface MenuRow {
  readonly slug: string;
  /** US cents. */
  readonly usd: number;
  /** Kilocalories; fat, carbohydrate and protein in grams; salt in milligrams. */
  readonly nutrition: readonly [kcal: number, fat: number, carbohydrate: number, protein: number, saltMg: number];
  readonly allergens: readonly Allergen[];
  readonly badges?: readonly Badge[];
  readonly en: Copy;
  readonly es: Copy;
}

export interface CategoryRow {
  readonly code: string;
  readonly en: Copy;
  readonly es: Copy;
  /** What every item of the category shares. */
  readonly dayparts: readonly Daypart[];
  readonly modifierGroups: readonly string[];
  readonly items: readonly MenuRow[];
}
