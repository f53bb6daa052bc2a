import { DAY, instant } from '../kernel/time.ts';
import type { Localized } from '../facts/common.ts';
import type { OfferCopy, OfferEffectFact, OfferFact, RedemptionCapsFact } from '../facts/offers.ts';
import type { StableId } from './ids.ts';
import { photo } from './media.ts';
import type { EffectRow, OfferRow } from './rows/offer-row.ts';
import { itemOffers } from './rows/offers-items.ts';
import { discountOffers } from './rows/offers-off.ts';
import { pointOffers } from './rows/offers-points.ts';

const offerRows: readonly OfferRow[] = [...discountOffers, ...itemOffers, ...pointOffers];

const capsOf = ({ caps = {} }: OfferRow): RedemptionCapsFact => ({
  total: null,
  perCustomer: 3,
  perCustomerPerDay: 1,
  perCheck: 1,
  budget: null,
  ...caps,
});

const terms = (row: OfferRow): Localized<string> => {
  const { perCustomer } = capsOf(row);
  const times = perCustomer ?? 0;
  return {
    en: `Valid at participating Larkfield Griddle restaurants, up to ${times} ${times === 1 ? 'time' : 'times'} per guest. No cash value.`,
    es: `Válido en los restaurantes Larkfield Griddle participantes, hasta ${times} ${times === 1 ? 'vez' : 'veces'} por persona. Sin valor en efectivo.`,
  };
};

const copyOf = (row: OfferRow): Localized<OfferCopy> => {
  const of = (locale: 'en' | 'es'): OfferCopy => {
    const [title, description, badge] = row[locale];
    const image = photo(`offers/${row.code.toLowerCase()}`, title);
    return { title, description, terms: terms(row)[locale], image, badge: badge ?? null };
  };
  return { en: of('en'), es: of('es') };
};

const effectOf = ({ items, ...effect }: EffectRow, id: StableId): OfferEffectFact => ({
  ...effect,
  ...(items === undefined ? {} : { menuItemIds: items.map((slug) => id('mit', slug)) }),
});

const handoffModesOf = ({ kind, handoffModes }: OfferRow): OfferFact['handoffModes'] =>
  handoffModes ??
  (kind === 'FREE_DELIVERY' ? ['DELIVERY'] : ['PICKUP', 'CURBSIDE', 'DRIVE_THRU', 'DINE_IN', 'DELIVERY']);

const offerOf = (row: OfferRow, anchor: number, id: StableId): OfferFact => ({
  id: id('ofr', row.code),
  code: row.code,
  kind: row.kind,
  status: row.status,
  startsAt: instant(anchor + row.days[0] * DAY),
  endsAt: row.days[1] === null ? null : instant(anchor + row.days[1] * DAY),
  channels: row.channels ?? ['APP', 'WEB', 'KIOSK'],
  handoffModes: handoffModesOf(row),
  dayparts: row.dayparts ?? ['ALL_DAY'],
  storeGroupCodes: row.groups ?? [],
  minimumSubtotal: row.minimum ?? null,
  effect: effectOf(row.effect, id),
  stacking: {
    mode: row.exclusive === true ? 'EXCLUSIVE' : 'STACKABLE',
    exclusivityGroup: row.exclusivityGroup ?? null,
    priority: row.priority ?? 10,
  },
  requiresActivation: row.activate ?? false,
  caps: capsOf(row),
  segmentIds: (row.segments ?? []).map((code) => id('seg', code)),
  claimCodes: row.claimCodes ?? [],
  copy: copyOf(row),
});

export const createOffers = (id: StableId, anchor: number): readonly OfferFact[] =>
  offerRows.map((row) => offerOf(row, anchor, id));
