import { rounded } from '../kernel/money.ts';
import { random } from '../kernel/random.ts';
import type { Localized } from '../facts/common.ts';
import type {
  LabelCopy,
  MenuCategoryFact,
  MenuFact,
  MenuItemFact,
  ModifierGroupFact,
  PriceList,
} from '../facts/menu.ts';
import type { StoreFact } from '../facts/stores.ts';
import type { StableId } from './ids.ts';
import { photo } from './media.ts';
import { breakfast } from './rows/breakfast.ts';
import { burgers } from './rows/burgers.ts';
import { chicken } from './rows/chicken.ts';
import { coffee } from './rows/coffee.ts';
import { desserts } from './rows/desserts.ts';
import { drinks } from './rows/drinks.ts';
import { greens } from './rows/greens.ts';
import { kids } from './rows/kids.ts';
import type { Badge, CategoryRow, MenuRow } from './rows/menu-row.ts';
import { modifierGroupRows, type ModifierGroupRow } from './rows/modifiers.ts';
import { shakes } from './rows/shakes.ts';
import { sides } from './rows/sides.ts';

const categoryRows = [breakfast, burgers, chicken, greens, sides, kids, desserts, shakes, coffee, drinks];

const badgeNames: Readonly<Record<Badge, Localized<string>>> = {
  new: { en: 'New', es: 'Nuevo' },
  favourite: { en: 'Guest favorite', es: 'Favorito' },
  spicy: { en: 'Spicy', es: 'Picante' },
  vegetarian: { en: 'Vegetarian', es: 'Vegetariano' },
  vegan: { en: 'Vegan', es: 'Vegano' },
};

/** Round prices in the other currencies: euros to 5 cents, yen to 10. */
const priceList = (usd: number): PriceList => ({
  USD: usd,
  EUR: 5 * rounded(usd, 95, 500),
  JPY: 10 * rounded(usd, 14, 100),
});

const label = ([name, description]: readonly [string, string?]): LabelCopy => ({
  name,
  description: description ?? null,
});

const modifierGroup = (row: ModifierGroupRow, id: StableId): ModifierGroupFact => ({
  id: id('mgr', row.code),
  code: row.code,
  min: row.min,
  max: row.max,
  modifiers: row.modifiers.map(({ code, usd, names: [en, es], available }) => ({
    id: id('mod', code),
    code,
    priceDelta: priceList(usd),
    available: available ?? true,
    copy: { en: label([en]), es: label([es]) },
  })),
  copy: { en: label([row.names[0]]), es: label([row.names[1]]) },
});

const itemCopy = (row: MenuRow): MenuItemFact['copy'] => {
  const of = (locale: 'en' | 'es') => {
    const [name, description] = row[locale];
    const badges = (row.badges ?? []).map((badge) => badgeNames[badge][locale]);
    return { name, description, image: photo(`menu/${row.slug}`, name), badges };
  };
  return { en: of('en'), es: of('es') };
};

interface Shelf {
  readonly id: StableId;
  readonly stores: readonly StoreFact[];
}

/** About one item in four is out of stock in one to three stores; the stores that never close always have everything. */
const outOfStock = (slug: string, { id, stores }: Shelf): readonly string[] => {
  const choice = random(id('out', slug));
  if (!choice.chance(25)) return [];
  const candidates = stores.filter(({ openAllHours }) => !openAllHours);
  const count = choice.int(1, 3);
  return [...new Set(Array.from({ length: count }, () => choice.pick(candidates).id))];
};

const menuItem = (row: MenuRow, category: CategoryRow, shelf: Shelf): Omit<MenuItemFact, 'plu'> => {
  const [energyKcal, fat, carbohydrate, protein, saltMg] = row.nutrition;
  return {
    id: shelf.id('mit', row.slug),
    categoryId: shelf.id('cat', category.code),
    price: priceList(row.usd),
    dayparts: category.dayparts,
    modifierGroupIds: category.modifierGroups.map((code) => shelf.id('mgr', code)),
    unavailableStoreIds: outOfStock(row.slug, shelf),
    allergens: row.allergens,
    nutrition: {
      energyKcal,
      fatMg: fat * 1000,
      carbohydrateMg: carbohydrate * 1000,
      proteinMg: protein * 1000,
      saltMg,
    },
    copy: itemCopy(row),
  };
};

const categoryOf = (row: CategoryRow, id: StableId): MenuCategoryFact => ({
  id: id('cat', row.code),
  code: row.code,
  itemIds: row.items.map(({ slug }) => id('mit', slug)),
  copy: { en: label(row.en), es: label(row.es) },
});

export const createMenu = (id: StableId, stores: readonly StoreFact[]): MenuFact => ({
  categories: categoryRows.map((row) => categoryOf(row, id)),
  items: categoryRows.flatMap((category, shelf) =>
    category.items.map((row, at) => ({
      plu: String(1000 * (shelf + 1) + at + 1),
      ...menuItem(row, category, { id, stores }),
    })),
  ),
  modifierGroups: modifierGroupRows.map((row) => modifierGroup(row, id)),
});
