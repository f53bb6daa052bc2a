import type { Localized } from '../facts/common.ts';
import type { RewardCopy, RewardFact } from '../facts/loyalty.ts';
import type { StableId } from './ids.ts';
import { photo } from './media.ts';
import { usd } from './rows/offer-row.ts';

interface RewardRow {
  readonly code: string;
  readonly pointsCost: number;
  readonly benefit: { readonly item: string } | { readonly centsOff: number } | { readonly percentOffBps: number };
  readonly en: readonly [title: string, description: string];
  readonly es: readonly [title: string, description: string];
}

const rewardRows: readonly RewardRow[] = [
  {
    code: 'RW-COFFEE',
    pointsCost: 200,
    benefit: { item: 'house-coffee' },
    en: ['House Coffee', 'The first cup of the day, any morning you like.'],
    es: ['Café de la Casa', 'La primera taza del día, la mañana que quieras.'],
  },
  {
    code: 'RW-COOKIE',
    pointsCost: 225,
    benefit: { item: 'brown-butter-cookie' },
    en: ['Brown Butter Cookie', 'Warm, salty, gone in four bites.'],
    es: ['Galleta de Mantequilla Tostada', 'Tibia, con sal, desaparece en cuatro mordidas.'],
  },
  {
    code: 'RW-LEMONADE',
    pointsCost: 275,
    benefit: { item: 'meadow-lemonade' },
    en: ['Meadow Lemonade', 'Pressed this morning.'],
    es: ['Limonada de la Pradera', 'Exprimida esta mañana.'],
  },
  {
    code: 'RW-FRIES',
    pointsCost: 300,
    benefit: { item: 'griddle-fries' },
    en: ['Griddle Fries', 'A regular portion, salted as it should be.'],
    es: ['Papas Larkfield', 'Una porción normal, con la sal justa.'],
  },
  {
    code: 'RW-MUFFIN',
    pointsCost: 400,
    benefit: { item: 'dawn-muffin' },
    en: ['Dawn Muffin', 'Breakfast in one hand.'],
    es: ['Muffin del Alba', 'El desayuno en una mano.'],
  },
  {
    code: 'RW-SHAKE',
    pointsCost: 500,
    benefit: { item: 'chocolate-shake' },
    en: ['Dark Chocolate Shake', 'Small cup, tall promise.'],
    es: ['Malteada de Chocolate Amargo', 'Vaso pequeño, gran promesa.'],
  },
  {
    code: 'RW-THREE-OFF',
    pointsCost: 550,
    benefit: { centsOff: 300 },
    en: ['$3 off', 'Off anything on the board.'],
    es: ['$3 menos', 'En lo que quieras de la carta.'],
  },
  {
    code: 'RW-CLASSIC',
    pointsCost: 700,
    benefit: { item: 'larkfield-classic' },
    en: ['Larkfield Classic', 'Two patties, one very good deal.'],
    es: ['Larkfield Clásica', 'Dos carnes y un muy buen trato.'],
  },
  {
    code: 'RW-SANDWICH',
    pointsCost: 725,
    benefit: { item: 'crispy-sandwich' },
    en: ['Crispy Chicken Sandwich', 'Fried thigh, pickles, no invoice.'],
    es: ['Sándwich de Pollo Crujiente', 'Muslo frito, pepinillos y ninguna factura.'],
  },
  {
    code: 'RW-SIX-OFF',
    pointsCost: 1000,
    benefit: { centsOff: 600 },
    en: ['$6 off', 'A good dent in any order.'],
    es: ['$6 menos', 'Un buen descuento en cualquier pedido.'],
  },
  {
    code: 'RW-TWENTY-PERCENT',
    pointsCost: 1200,
    benefit: { percentOffBps: 2000 },
    en: ['20% off the table', 'Bring everyone; we take a fifth off.'],
    es: ['20 % menos en la mesa', 'Trae a todos; quitamos la quinta parte.'],
  },
  {
    code: 'RW-BUCKET',
    pointsCost: 2200,
    benefit: { item: 'family-bucket' },
    en: ['Family Bucket', 'Twelve pieces for the people who put up with you.'],
    es: ['Cubeta Familiar', 'Doce piezas para quienes te aguantan.'],
  },
];

const copyOf = (row: RewardRow): Localized<RewardCopy> => {
  const of = (locale: 'en' | 'es'): RewardCopy => {
    const [title, description] = row[locale];
    return { title, description, image: photo(`rewards/${row.code.toLowerCase()}`, title) };
  };
  return { en: of('en'), es: of('es') };
};

const benefitOf = (
  { benefit }: RewardRow,
  id: StableId,
): Pick<RewardFact, 'kind' | 'amountOff' | 'percentOffBps' | 'menuItemId'> => {
  const nothing = { amountOff: null, percentOffBps: null, menuItemId: null };
  if ('item' in benefit) return { ...nothing, kind: 'FREE_ITEM', menuItemId: id('mit', benefit.item) };
  if ('centsOff' in benefit) return { ...nothing, kind: 'AMOUNT_OFF', amountOff: usd(benefit.centsOff) };
  return { ...nothing, kind: 'PERCENT_OFF', percentOffBps: benefit.percentOffBps };
};

export const createRewards = (id: StableId): readonly RewardFact[] =>
  rewardRows.map((row) => ({
    id: id('rwd', row.code),
    code: row.code,
    pointsCost: row.pointsCost,
    ...benefitOf(row, id),
    copy: copyOf(row),
  }));
