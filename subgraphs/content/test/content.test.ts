import { guestViewer, staffViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startContent, world } from './world.ts';

const { homeScreens, legalDocuments, pages } = world.content;
const general = homeScreens.find(
  (s) => s.channel === 'APP' && s.locale === 'es' && s.storeId === null && s.publishedAt,
)!;
const ofStore = homeScreens.find((screen) => screen.storeId !== null)!;
const draft = homeScreens.find((screen) => screen.publishedAt === null)!;
const item = world.menu.items[0]!;

let content: SeededSubgraph;

beforeAll(async () => {
  content = await startContent();
});
afterAll(() => content[Symbol.asyncDispose]());

const homeScreen = `query ($channel: SalesChannel!, $locale: Locale!, $storeId: ID) {
  homeScreen(channel: $channel, locale: $locale, storeId: $storeId) { id locale modules {
    __typename
    ... on OfferCarousel { offers { id presentation(locale: $locale) { title } } }
    ... on MenuHighlights { items { id presentation(locale: $locale) { name image { url alt } } allergens } }
  } } }`;

describe('the home screen', () => {
  it('comes in the closest language and costs one read for the screen and one for all copy', async () => {
    const variables = { channel: 'APP', locale: 'es-MX' };
    const { data, errors, extensions } = await content.ask(homeScreen, { variables });
    expect(errors).toBeUndefined();
    expect(data.homeScreen).toMatchObject({ id: general.id, locale: 'es' });
    expect(data.homeScreen.modules).toHaveLength(general.modules.length);
    expect(extensions?.calls.stores).toStrictEqual({ 'home-screens': 1, copies: 1 });
  });

  it('falls back to English for a language that nobody wrote', async () => {
    const { data } = await content.ask(homeScreen, { variables: { channel: 'APP', locale: 'fi-FI' } });
    expect(data.homeScreen.locale).toBe('en');
  });

  it('is the one of the store where there is one', async () => {
    const { channel, locale, storeId } = ofStore;
    const { data } = await content.ask(homeScreen, { variables: { channel, locale, storeId } });
    expect(data.homeScreen.id).toBe(ofStore.id);
  });

  it('shows a draft to those who may preview, and to nobody else', async () => {
    const query = `{ previewHomeScreen(channel: ${draft.channel}, locale: "${draft.locale}", revision: "${draft.revision}") {
      id publishedAt } }`;
    const allowed = await content.ask(query, { viewer: staffViewer('content:preview') });
    expect(allowed.data.previewHomeScreen).toStrictEqual({ id: draft.id, publishedAt: null });
    const refused = await content.ask(query, { viewer: guestViewer });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('entities', () => {
  it('of different kinds are read together; an id of another kind is null', async () => {
    const { data, extensions } = await content.entities(
      [
        { __typename: 'MenuItem', id: item.id },
        { __typename: 'Offer', id: world.offers[0]!.id },
        { __typename: 'Offer', id: item.id },
        { __typename: 'Store', id: 'sto_unknown' },
      ],
      `... on MenuItem { presentation(locale: "en-US") { name } nutrition { energyKcal } }
       ... on Offer { presentation(locale: "es") { title } }
       ... on Store { id }`,
    );
    expect(data._entities).toStrictEqual([
      { presentation: { name: item.copy.en.name }, nutrition: { energyKcal: item.nutrition.energyKcal } },
      { presentation: { title: world.offers[0]!.copy.es.title } },
      null,
      null,
    ]);
    expect(extensions?.calls.stores).toStrictEqual({ copies: 1 });
  });
});

describe('legal documents', () => {
  it('are answered in the version in force, or in the one asked for', async () => {
    const query = `query ($version: String) {
      legalDocument(type: TERMS, locale: "es-US", version: $version) { version locale effectiveFrom } }`;
    const versions = legalDocuments
      .filter(({ type, locale }) => type === 'TERMS' && locale === 'es')
      .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
    const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom <= world.anchor).at(-1)!;
    const current = await content.ask(query);
    expect(current.data.legalDocument.version).toBe(inForce.version);
    const first = await content.ask(query, { variables: { version: versions[0]!.version } });
    expect(first.data.legalDocument.effectiveFrom).toBe(versions[0]!.effectiveFrom);
    const unknown = await content.ask(query, { variables: { version: 'none' } });
    expect(unknown.data.legalDocument).toBeNull();
  });
});

it('serves pages by slug, in the closest language', async () => {
  const page = pages.find(({ locale }) => locale === 'es')!;
  const { data } = await content.ask(
    `{ page(slug: "${page.slug}", locale: "es-MX") { id title } none: page(slug: "none", locale: "en") { id } }`,
  );
  expect(data).toStrictEqual({ page: { id: page.id, title: page.title }, none: null });
});
