import { DAY, instant } from '../../kernel/time.ts';
import type { Id, Locale, SalesChannel } from '../../facts/common.ts';
import type { HomeModuleFact, HomeScreenFact } from '../../facts/content.ts';
import type { OfferFact } from '../../facts/offers.ts';
import type { StoreFact } from '../../facts/stores.ts';
import type { StableId } from '../ids.ts';
import { photo } from '../media.ts';
import { draftCopy, homeCopy, nightCopy, type HomeCopy } from './home-copy.ts';

const channels: readonly SalesChannel[] = [
  'APP',
  'WEB',
  'KIOSK',
  'IN_STORE',
  'DRIVE_THRU',
  'CALL_CENTER',
  'THIRD_PARTY',
];
const locales: readonly Locale[] = ['en', 'es'];

const highlights = [
  'larkfield-classic',
  'crispy-sandwich',
  'griddle-fries',
  'churro-bites',
  'meadow-lemonade',
  'dawn-muffin',
];

export interface HomeSource {
  readonly id: StableId;
  readonly anchor: number;
  readonly offers: readonly OfferFact[];
  readonly stores: readonly StoreFact[];
}

/** LIVE offers without an audience that the channel takes, the strongest six. */
const editorialPicks = (channel: SalesChannel, offers: readonly OfferFact[]): readonly Id[] => {
  const open = offers.filter(({ status, segmentIds, storeGroupCodes, claimCodes }) => {
    return status === 'LIVE' && segmentIds.length + storeGroupCodes.length + claimCodes.length === 0;
  });
  const fitting = open.filter((offer) => offer.channels.includes(channel));
  return [...(fitting.length > 0 ? fitting : open)]
    .sort((one, other) => other.stacking.priority - one.stacking.priority)
    .slice(0, 6)
    .map((offer) => offer.id);
};

interface Screen {
  /** Unique; ids of the screen's parts derive from it. */
  readonly key: string;
  readonly channel: SalesChannel;
  readonly locale: Locale;
  readonly storeId: Id | null;
  readonly publishedAt: string | null;
  readonly copy: HomeCopy;
}

const modulesOf = ({ key, channel, copy }: Screen, { id, offers }: HomeSource): readonly HomeModuleFact[] => {
  const part = (name: string) => id('mdl', `${key}/${name}`);
  return [
    {
      type: 'HERO_BANNER',
      id: part('hero'),
      title: copy.heroTitle,
      subtitle: copy.heroSubtitle,
      image: photo(`home/${channel.toLowerCase()}`, copy.heroTitle),
      callToAction: { label: copy.heroAction, deepLink: 'https://order.larkfield.example/menu' },
    },
    { type: 'LOYALTY_PANEL', id: part('loyalty'), title: copy.loyaltyTitle, guestTitle: copy.loyaltyGuestTitle },
    { type: 'OFFER_CAROUSEL', id: part('offers'), title: copy.offersTitle, offerIds: editorialPicks(channel, offers) },
    {
      type: 'MENU_HIGHLIGHTS',
      id: part('menu'),
      title: copy.menuTitle,
      itemIds: highlights.map((slug) => id('mit', slug)),
    },
    { type: 'TEXT_PANEL', id: part('text'), title: copy.textTitle, body: copy.textBody },
  ];
};

const screenOf = (screen: Screen, source: HomeSource): HomeScreenFact => ({
  id: source.id('hom', screen.key),
  revision: source.id('rev', screen.key),
  channel: screen.channel,
  locale: screen.locale,
  storeId: screen.storeId,
  publishedAt: screen.publishedAt,
  modules: modulesOf(screen, source),
});

/** One screen for every channel and language, one more for the store that never closes, and a draft for preview. */
export const createHomeScreens = (source: HomeSource): readonly HomeScreenFact[] => {
  const nightStore = source.stores.find(({ code }) => code === 'LAX01')?.id ?? null;
  const published = (days: number) => instant(source.anchor - days * DAY);
  const screens = locales.flatMap((locale): readonly Screen[] => {
    const app = { channel: 'APP' as const, locale };
    const copy = homeCopy('APP', locale);
    return [
      ...channels.map((channel) => ({
        key: `${channel}/${locale}`,
        channel,
        locale,
        storeId: null,
        publishedAt: published(9),
        copy: homeCopy(channel, locale),
      })),
      {
        ...app,
        key: `APP/${locale}/LAX01`,
        storeId: nightStore,
        publishedAt: published(5),
        copy: { ...copy, ...nightCopy[locale] },
      },
      { ...app, key: `APP/${locale}/draft`, storeId: null, publishedAt: null, copy: { ...copy, ...draftCopy[locale] } },
    ];
  });
  return screens.map((screen) => screenOf(screen, source));
};
