import type { Catalogue } from '../catalogue/catalogue.ts';
import { random, type Random } from '../kernel/random.ts';
import { DAY, HOUR, MINUTE, instant } from '../kernel/time.ts';
import { ulid } from '../kernel/ulid.ts';
import type { Id } from '../facts/common.ts';
import type { ProfileFact } from '../facts/customers.ts';
import type { PostalAddress, StoreFact } from '../facts/stores.ts';
import { asciiSlug, familyNames, givenNames, streets } from './names.ts';

/** A customer while their facts are being made up. */
export interface Person {
  readonly index: number;
  readonly id: Id;
  readonly isDefault: boolean;
  readonly homeStore: StoreFact;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly profile: ProfileFact;
  readonly language: 'en' | 'es';
  readonly address: PostalAddress;
  /** A stream of choices of its own for every concern, so that one does not disturb the other. */
  dice(concern: string): Random;
  /** An id of this person at a time. */
  newId(kind: string, at: number, key: string | number): Id;
}

const pickHomeStore = ({ stores }: Catalogue, dice: Random): StoreFact =>
  dice.weighted(stores.map((store) => [store, store.openAllHours ? 7 : store.currency === 'USD' ? 5 : 3]));

const daysAsGuest = (dice: Random): number => (dice.chance(9) ? dice.int(1, 30) : dice.int(31, 720));

const localeOf = ({ locale, address }: StoreFact, dice: Random): string => {
  if (address.country === 'ES') return 'es-ES';
  const spanish = dice.chance(locale === 'es' ? 75 : 18);
  if (!spanish) return 'en-US';
  return address.region === 'PR' ? 'es-PR' : 'es-US';
};

const areaCodes = [212, 305, 312, 404, 415, 512, 602, 612, 617, 619, 720, 801, 808, 907, 971, 206, 213, 215, 323, 504];

/** Injective in the index up to 2 million customers: 7,919 has no factor in common with 10,000. */
const phoneNumber = (index: number, country: string): string => {
  const line = String((index * 7919) % 10_000).padStart(4, '0');
  const block = Math.floor(index / 10_000);
  if (country === 'ES') return `+346${String(block).padStart(4, '0')}${line}`;
  if (country === 'JP') return `+8190${String(block).padStart(4, '0')}${line}`;
  const exchange = 555 + Math.floor(block / areaCodes.length);
  return `+1${areaCodes[block % areaCodes.length] ?? 212}${exchange}${line}`;
};

const verified = (createdAt: number, dice: Random): string | null =>
  dice.chance(85) ? instant(createdAt + dice.int(1, 600) * MINUTE) : null;

interface Basics {
  readonly index: number;
  readonly homeStore: StoreFact;
  readonly createdAt: number;
}

const strangerProfile = ({ index, homeStore, createdAt }: Basics, dice: Random): ProfileFact => {
  const givenName = dice.pick(givenNames);
  const familyName = dice.pick(familyNames);
  const mailbox = `${asciiSlug(givenName)}.${asciiSlug(familyName)}${index}`;
  const domain = dice.pick(['example.com', 'example.net', 'example.org']);
  const number = phoneNumber(index, homeStore.address.country);
  return {
    status: dice.chance(1) ? 'SUSPENDED' : 'ACTIVE',
    givenName,
    familyName,
    email: { address: `${mailbox}@${domain}`, verifiedAt: verified(createdAt, dice) },
    phone: dice.chance(82) ? { number, verifiedAt: verified(createdAt, dice) } : null,
    birthday: dice.chance(70)
      ? { month: dice.int(1, 12), day: dice.int(1, 28), year: dice.chance(50) ? dice.int(1948, 2006) : null }
      : null,
    locale: localeOf(homeStore, dice),
    homeStoreId: homeStore.id,
    doNotSellOrShare: dice.chance(11),
    createdAt: instant(createdAt),
  };
};

const defaultProfile = ({ index, homeStore, createdAt }: Basics, anchor: number): ProfileFact => ({
  status: 'ACTIVE',
  givenName: 'Maya',
  familyName: 'Castillo',
  email: { address: 'maya.castillo@example.com', verifiedAt: instant(createdAt + 4 * MINUTE) },
  phone: { number: phoneNumber(index, 'US'), verifiedAt: instant(createdAt + 6 * MINUTE) },
  birthday: { month: new Date(anchor).getUTCMonth() + 1, day: 21, year: null },
  locale: 'en-US',
  homeStoreId: homeStore.id,
  doNotSellOrShare: false,
  createdAt: instant(createdAt),
});

const addressNear = ({ address }: StoreFact, dice: Random): PostalAddress => ({
  ...address,
  line1: `${dice.int(2, 980)} ${dice.pick(streets[address.country] ?? ['High Street'])}`,
  line2: dice.chance(35) ? `Apt ${dice.int(1, 40)}` : null,
});

/** Customer ids do not depend on the anchor. */
export const customerId = (catalogue: Catalogue, index: number): Id => catalogue.id('cus', index);

export const createPerson = (catalogue: Catalogue, index: number): Person => {
  const { seed, anchor, stores } = catalogue;
  const dice = (concern: string): Random => random(seed, index, concern);
  const choice = dice('profile');
  const isDefault = index === 0;
  const homeStore =
    (isDefault ? stores.find(({ code }) => code === 'LAX01') : null) ?? pickHomeStore(catalogue, choice);
  const days = isDefault ? 700 : daysAsGuest(choice);
  const createdAt = anchor - days * DAY + choice.int(0, 5 * HOUR);
  const basics = { index, homeStore, createdAt };
  const profile = isDefault ? defaultProfile(basics, anchor) : strangerProfile(basics, choice);
  return {
    index,
    id: customerId(catalogue, index),
    isDefault,
    homeStore,
    createdAt,
    profile,
    language: profile.locale.startsWith('es') ? 'es' : 'en',
    address: addressNear(homeStore, choice),
    dice,
    newId: (kind, at, key) => ulid(kind, at, seed, index, key),
  };
};
