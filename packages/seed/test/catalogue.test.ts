import { describe, expect, it } from 'vitest';
import type { OfferFact, OfferKind } from '../src/index.ts';
import { ANCHOR, deepValues, repeated, world } from './world.ts';

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const ids = (things: ReadonlyArray<{ readonly id: string }>): ReadonlySet<string> =>
  new Set(things.map(({ id }) => id));
const { stores, menu, offers, segments, rewards, content } = world;

describe('the catalogue', () => {
  it('has the size of a small chain', () => {
    expect({ stores: stores.length, items: menu.items.length, offers: offers.length }).toStrictEqual({
      stores: 25,
      items: 80,
      offers: 40,
    });
    expect(rewards.length).toBeGreaterThanOrEqual(10);
    expect(segments.length).toBeGreaterThanOrEqual(6);
  });

  it('uses every id and code once', () => {
    const everything = [stores, menu.items, menu.categories, menu.modifierGroups, offers, segments, rewards].flat();
    const modifiers = menu.modifierGroups.flatMap((group) => group.modifiers);
    const documents = [content.homeScreens, content.pages, content.legalDocuments].flat();
    expect(repeated([...everything, ...modifiers, ...documents].map(({ id }) => id))).toStrictEqual([]);
    expect(repeated(menu.items.map(({ plu }) => plu))).toStrictEqual([]);
    expect(repeated([...stores, ...offers, ...rewards].map(({ code }) => code))).toStrictEqual([]);
  });

  it('speaks English and Spanish everywhere', () => {
    const copies = deepValues(world, 'copy') as ReadonlyArray<{ readonly en: object; readonly es: object }>;
    expect(copies.length).toBeGreaterThan(200);
    for (const { en, es } of copies) {
      expect(Object.keys(es)).toStrictEqual(Object.keys(en));
      expect(JSON.stringify([en, es])).not.toContain('""');
    }
    const descriptions = [...menu.items, ...offers, ...rewards].map(({ copy }) => copy);
    expect(descriptions.filter(({ en, es }) => en.description === es.description)).toStrictEqual([]);
  });

  it('gives every store a whole day of dayparts and hours that its zone understands', () => {
    for (const { dayparts, timeZone, hours, handoffModes } of stores) {
      expect(new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone).toBe(timeZone);
      expect(dayparts.map(({ from }) => from)).toStrictEqual([
        dayparts.at(-1)!.to,
        ...dayparts.slice(0, -1).map(({ to }) => to),
      ]);
      expect(new Set(hours.map(({ weekday }) => weekday)).size).toBe(7);
      expect(new Set(hours.flatMap((span) => span.handoffModes))).toStrictEqual(new Set(handoffModes));
      expect(hours.every(({ opensAt, closesAt }) => minutes(opensAt) < 1440 && minutes(closesAt) <= 1440)).toBe(true);
    }
  });

  it('has a store that takes orders at any hour, and stores in three currencies', () => {
    const always = stores.filter(({ openAllHours, acceptingOrders }) => openAllHours && acceptingOrders);
    expect(always.length).toBeGreaterThan(0);
    expect(
      always.every(({ hours }) => hours.every((span) => `${span.opensAt}-${span.closesAt}` === '00:00-24:00')),
    ).toBe(true);
    expect(new Set(stores.map(({ currency }) => currency))).toStrictEqual(new Set(['USD', 'EUR', 'JPY']));
  });

  it('can fulfil every modifier group of every item from stock', () => {
    const groups = new Map(menu.modifierGroups.map((group) => [group.id, group]));
    for (const item of menu.items) {
      for (const id of item.modifierGroupIds) {
        const { min, max, modifiers } = groups.get(id)!;
        expect(min).toBeLessThanOrEqual(max);
        expect(modifiers.filter(({ available }) => available).length).toBeGreaterThanOrEqual(min);
      }
    }
    expect(menu.categories.flatMap(({ itemIds }) => itemIds)).toStrictEqual(menu.items.map(({ id }) => id));
  });

  it('refers only to items, stores, segments and offers that exist', () => {
    const referred = (key: string): readonly unknown[] =>
      deepValues(world, key)
        .flat()
        .filter((id) => id !== null);
    const items = ids(menu.items);
    expect(
      [...referred('menuItemIds'), ...referred('menuItemId'), ...referred('itemIds')].filter(
        (id) => !items.has(id as string),
      ),
    ).toStrictEqual([]);
    expect(
      [...referred('unavailableStoreIds'), ...referred('storeId')].filter((id) => !ids(stores).has(id as string)),
    ).toStrictEqual([]);
    expect(referred('segmentIds').filter((id) => !ids(segments).has(id as string))).toStrictEqual([]);
    expect(referred('offerIds').filter((id) => !ids(offers).has(id as string))).toStrictEqual([]);
    const redeemed = segments.flatMap(({ rules }) => rules.none).filter(({ fact }) => fact === 'OFFER_REDEEMED');
    expect(redeemed.flatMap(({ values }) => values).filter((id) => !ids(offers).has(id))).toStrictEqual([]);
  });
});

describe('the offers', () => {
  const needed: Readonly<Record<OfferKind, readonly string[]>> = {
    AMOUNT_OFF: ['amountOff'],
    PERCENT_OFF: ['percentOffBps'],
    FREE_ITEM: ['menuItemIds'],
    BOGO: ['buyQuantity', 'getQuantity', 'menuItemIds', 'percentOffBps'],
    BUNDLE_PRICE: ['buyQuantity', 'fixedPrice', 'menuItemIds'],
    BONUS_POINTS: ['bonusPoints'],
    POINTS_MULTIPLIER: ['pointsMultiplierPercent'],
    FREE_DELIVERY: [],
  };
  const fieldsOf = ({ kind, effect }: OfferFact): readonly string[] => {
    const optional = [
      'scope',
      'maxDiscount',
      ...(kind.endsWith('_OFF') && effect.scope === 'ITEM' ? ['menuItemIds'] : []),
    ];
    return Object.keys(effect)
      .filter((field) => !optional.includes(field))
      .sort();
  };

  it('come in all kinds and all statuses', () => {
    expect(new Set(offers.map(({ kind }) => kind)).size).toBe(8);
    expect(new Set(offers.map(({ status }) => status)).size).toBe(5);
  });

  it('set exactly the fields that their kind asks for', () => {
    for (const offer of offers) expect([offer.code, fieldsOf(offer)]).toStrictEqual([offer.code, needed[offer.kind]]);
  });

  it('run when their status says so', () => {
    const wrong = offers.filter(({ status, startsAt, endsAt }) => {
      const running = startsAt <= ANCHOR && (endsAt === null || endsAt > ANCHOR);
      if (status === 'ENDED') return endsAt === null || endsAt > ANCHOR;
      return status === 'DRAFT' ? false : running !== (status === 'LIVE' || status === 'PAUSED');
    });
    expect(wrong).toStrictEqual([]);
  });
});

describe('the content', () => {
  const { homeScreens, legalDocuments, pages } = content;

  it('has one published home screen for every channel and language', () => {
    const general = homeScreens.filter(({ storeId, publishedAt }) => storeId === null && publishedAt !== null);
    expect(new Set(general.map(({ channel, locale }) => `${channel}/${locale}`)).size).toBe(14);
    expect(general.length).toBe(14);
    for (const { modules } of general) expect(new Set(modules.map(({ type }) => type)).size).toBe(5);
  });

  it('has a screen of one store and a draft, in both languages', () => {
    expect(homeScreens.filter(({ storeId }) => storeId !== null).map(({ locale }) => locale)).toStrictEqual([
      'en',
      'es',
    ]);
    expect(homeScreens.filter(({ publishedAt }) => publishedAt === null).map(({ locale }) => locale)).toStrictEqual([
      'en',
      'es',
    ]);
  });

  it('shows only offers that anybody may see', () => {
    const open = ids(offers.filter(({ status, segmentIds }) => status === 'LIVE' && segmentIds.length === 0));
    const shown = homeScreens.map(({ modules }) =>
      modules.flatMap((part) => (part.type === 'OFFER_CAROUSEL' ? part.offerIds : [])),
    );
    expect(shown.every((carousel) => carousel.length > 0 && carousel.every((id) => open.has(id)))).toBe(true);
  });

  it('keeps two versions of each legal document in both languages', () => {
    expect(repeated(legalDocuments.map(({ type, version, locale }) => `${type}/${version}/${locale}`))).toStrictEqual(
      [],
    );
    expect(legalDocuments.length).toBe(4 * 2 * 2);
    expect(repeated(pages.map(({ slug, locale }) => `${slug}/${locale}`))).toStrictEqual([]);
  });
});
