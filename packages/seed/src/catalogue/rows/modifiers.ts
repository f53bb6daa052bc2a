type Names = readonly [en: string, es: string];

export interface ModifierRow {
  readonly code: string;
  /** US cents for one piece. */
  readonly usd: number;
  readonly names: Names;
  /** False: the whole chain has run out of it. */
  readonly available?: false;
}

export interface ModifierGroupRow {
  readonly code: string;
  readonly min: number;
  readonly max: number;
  readonly names: Names;
  readonly modifiers: readonly ModifierRow[];
}

const row = (code: string, usd: number, names: Names): ModifierRow => ({ code, usd, names });

export const modifierGroupRows: readonly ModifierGroupRow[] = [
  {
    code: 'bun',
    min: 1,
    max: 1,
    names: ['Choose your bun', 'Elige el pan'],
    modifiers: [
      row('potato-bun', 0, ['Potato bun', 'Pan de papa']),
      row('seeded-bun', 0, ['Seeded brioche', 'Brioche con semillas']),
      row('lettuce-wrap', 0, ['Lettuce wrap', 'Envuelto en lechuga']),
      row('gluten-free-bun', 150, ['Gluten-free bun', 'Pan sin gluten']),
    ],
  },
  {
    code: 'extras',
    min: 0,
    max: 4,
    names: ['Make it yours', 'Hazlo a tu gusto'],
    modifiers: [
      row('smoked-bacon', 200, ['Smoked bacon', 'Tocino ahumado']),
      row('aged-cheddar', 120, ['Aged cheddar', 'Cheddar curado']),
      row('avocado', 180, ['Smashed avocado', 'Aguacate machacado']),
      row('fried-egg', 150, ['Fried egg', 'Huevo frito']),
      row('griddled-onion', 0, ['Griddled onion', 'Cebolla a la plancha']),
      row('pickled-jalapeno', 60, ['Pickled jalapeño', 'Jalapeño en vinagre']),
      { code: 'truffle-mushrooms', usd: 220, names: ['Truffled mushrooms', 'Champiñones trufados'], available: false },
    ],
  },
  {
    code: 'sauces',
    min: 0,
    max: 3,
    names: ['Add a sauce', 'Añade una salsa'],
    modifiers: [
      row('lark-sauce', 0, ['Lark sauce', 'Salsa Lark']),
      row('smoky-barbecue', 0, ['Smoky barbecue', 'Barbacoa ahumada']),
      row('hot-honey', 50, ['Hot honey', 'Miel picante']),
      row('herb-ranch', 50, ['Herb ranch', 'Ranch de hierbas']),
      row('green-chili', 50, ['Green chili', 'Chile verde']),
    ],
  },
  {
    code: 'dips',
    min: 1,
    max: 2,
    names: ['Choose your dips', 'Elige tus salsas para mojar'],
    modifiers: [
      row('dip-lark', 0, ['Lark sauce', 'Salsa Lark']),
      row('dip-honey-mustard', 0, ['Honey mustard', 'Miel y mostaza']),
      row('dip-buffalo', 0, ['Buffalo', 'Búfalo']),
      row('dip-ranch', 0, ['Herb ranch', 'Ranch de hierbas']),
    ],
  },
  {
    code: 'portion',
    min: 1,
    max: 1,
    names: ['Choose a size', 'Elige el tamaño'],
    modifiers: [
      row('regular', 0, ['Regular', 'Normal']),
      row('large', 120, ['Large', 'Grande']),
      row('to-share', 280, ['To share', 'Para compartir']),
    ],
  },
  {
    code: 'cup',
    min: 1,
    max: 1,
    names: ['Choose a cup', 'Elige el vaso'],
    modifiers: [
      row('cup-small', 0, ['Small', 'Pequeño']),
      row('cup-medium', 60, ['Medium', 'Mediano']),
      row('cup-large', 110, ['Large', 'Grande']),
    ],
  },
  {
    code: 'milk',
    min: 1,
    max: 1,
    names: ['Choose your milk', 'Elige la leche'],
    modifiers: [
      row('milk-whole', 0, ['Whole milk', 'Leche entera']),
      row('milk-skim', 0, ['Skim milk', 'Leche descremada']),
      row('milk-oat', 70, ['Oat drink', 'Bebida de avena']),
      row('milk-almond', 70, ['Almond drink', 'Bebida de almendra']),
    ],
  },
  {
    code: 'flavour',
    min: 0,
    max: 3,
    names: ['Add a flavor', 'Añade un sabor'],
    modifiers: [
      row('shot-espresso', 100, ['Espresso shot', 'Carga de espresso']),
      row('syrup-vanilla', 60, ['Vanilla syrup', 'Jarabe de vainilla']),
      row('syrup-caramel', 60, ['Caramel syrup', 'Jarabe de caramelo']),
      row('syrup-cinnamon', 60, ['Cinnamon syrup', 'Jarabe de canela']),
    ],
  },
  {
    code: 'dressing',
    min: 1,
    max: 2,
    names: ['Choose your dressing', 'Elige el aderezo'],
    modifiers: [
      row('dressing-lemon', 0, ['Lemon and herb', 'Limón y hierbas']),
      row('dressing-caesar', 0, ['Roasted-garlic Caesar', 'César de ajo asado']),
      row('dressing-sesame', 0, ['Sesame and lime', 'Sésamo y lima']),
    ],
  },
  {
    code: 'toppings',
    min: 0,
    max: 3,
    names: ['Add a topping', 'Añade un topping'],
    modifiers: [
      row('whipped-cream', 50, ['Whipped cream', 'Crema batida']),
      row('toasted-pecans', 90, ['Toasted pecans', 'Nueces pecanas tostadas']),
      row('chocolate-crumb', 70, ['Chocolate crumb', 'Migas de chocolate']),
      row('salted-caramel', 70, ['Salted caramel', 'Caramelo salado']),
    ],
  },
  {
    code: 'kids-side',
    min: 1,
    max: 1,
    names: ['Choose a side', 'Elige la guarnición'],
    modifiers: [
      row('kids-fries', 0, ['Little fries', 'Papitas']),
      row('kids-apple', 0, ['Apple slices', 'Rodajas de manzana']),
      row('kids-carrots', 0, ['Carrot sticks', 'Bastones de zanahoria']),
    ],
  },
  {
    code: 'kids-drink',
    min: 1,
    max: 1,
    names: ['Choose a drink', 'Elige la bebida'],
    modifiers: [
      row('kids-milk', 0, ['Milk', 'Leche']),
      row('kids-juice', 0, ['Orange juice', 'Jugo de naranja']),
      row('kids-water', 0, ['Spring water', 'Agua mineral']),
    ],
  },
];
