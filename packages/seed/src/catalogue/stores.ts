import type { HandoffMode, Localized } from '../facts/common.ts';
import type { StoreCopy, StoreFact } from '../facts/stores.ts';
import type { StableId } from './ids.ts';
import { dayparts, openingHours } from './hours.ts';
import { photo } from './media.ts';
import { eastStores, middleStores } from './rows/stores-east.ts';
import { storesAbroad, westStores } from './rows/stores-west.ts';
import type { StoreRow } from './rows/store-row.ts';

const storeRows: readonly StoreRow[] = [...eastStores, ...middleStores, ...westStores, ...storesAbroad];

/** Temporary notices, by store code. */
const notices: Readonly<Record<string, readonly [en: string, es: string]>> = {
  PHL01: ['The terrace is closed this week for repairs.', 'La terraza está cerrada esta semana por obras.'],
  HNL01: ['Parking is free for the first hour.', 'La primera hora de estacionamiento es gratis.'],
  MSP01: ['Use the 2nd Street entrance during roadworks.', 'Usa la entrada de la calle 2 mientras duren las obras.'],
  ANC01: ['We are giving the kitchen a rest and will be back soon.', 'La cocina está de descanso; volvemos pronto.'],
};

const handoffModes = ({ groups }: StoreRow): readonly HandoffMode[] => {
  if (groups.includes('airport')) return ['PICKUP', 'DINE_IN'];
  if (groups.includes('drive-thru')) return ['PICKUP', 'CURBSIDE', 'DRIVE_THRU', 'DINE_IN', 'DELIVERY'];
  return ['PICKUP', 'DINE_IN', 'DELIVERY'];
};

const copyOf = ({ code, name, place, week }: StoreRow): Localized<StoreCopy> => {
  const [city] = place;
  const path = `stores/${code.toLowerCase()}`;
  const open = week === 'always';
  return {
    en: {
      headline: open ? `The griddle in ${city} never goes cold` : `Fresh off the griddle in ${city}`,
      image: photo(path, `The counter of ${name}`),
      notice: notices[code]?.[0] ?? null,
    },
    es: {
      headline: open ? `En ${city} la plancha nunca se apaga` : `Recién salido de la plancha en ${city}`,
      image: photo(path, `El mostrador de ${name}`),
      notice: notices[code]?.[1] ?? null,
    },
  };
};

const storeOf = (row: StoreRow, at: number, id: StableId): StoreFact => {
  const [city, region, postalCode, country] = row.place;
  const modes = handoffModes(row);
  return {
    id: id('sto', row.code),
    code: row.code,
    name: row.name,
    timeZone: row.timeZone,
    currency: row.currency ?? 'USD',
    locale: row.locale ?? 'en',
    address: { line1: row.line1, line2: null, city, region, postalCode, country },
    position: { latitude: row.position[0], longitude: row.position[1] },
    hours: openingHours(row.week, modes),
    openAllHours: row.week === 'always',
    handoffModes: modes,
    groupCodes: row.groups,
    taxRateBps: row.taxRateBps,
    taxesIncluded: country !== 'US',
    serviceChargeBps: country === 'US' ? 1200 : 800,
    dayparts: dayparts(row.groups.includes('airport') ? '11:00' : '10:30'),
    acceptingOrders: row.code !== 'ANC01',
    estimatedReadyMinutes: 8 + (at % 5) * 2,
    copy: copyOf(row),
  };
};

export const createStores = (id: StableId): readonly StoreFact[] => storeRows.map((row, at) => storeOf(row, at, id));
