import { DAY, instant } from '../../kernel/time.ts';
import type { Localized } from '../../facts/common.ts';
import type { ContentPageFact } from '../../facts/content.ts';
import type { StableId } from '../ids.ts';

interface PageRow {
  readonly slug: string;
  readonly copy: Localized<{ readonly title: string; readonly body: string }>;
}

const pageRows: readonly PageRow[] = [
  {
    slug: 'about',
    copy: {
      en: {
        title: 'About Larkfield Griddle',
        body: 'We began with one iron griddle in a field outside Denver and a queue that would not go home. Today there are twenty-five of us, and the griddle is still the first thing we light in the morning.',
      },
      es: {
        title: 'Sobre Larkfield Griddle',
        body: 'Empezamos con una plancha de hierro en un campo cerca de Denver y una fila que no quería irse a casa. Hoy somos veinticinco tiendas, y la plancha sigue siendo lo primero que encendemos cada mañana.',
      },
    },
  },
  {
    slug: 'rewards',
    copy: {
      en: {
        title: 'How Larkfield Rewards works',
        body: 'Earn ten feathers for every dollar or euro. Feathers become yours to spend once your order is complete, and they keep for a year. Four tiers (Nest, Perch, Soar and Summit) decide how fast you earn.',
      },
      es: {
        title: 'Cómo funciona Larkfield Rewards',
        body: 'Gana diez plumas por cada dólar o euro. Podrás usarlas cuando tu pedido esté completo y duran un año. Cuatro niveles (Nest, Perch, Soar y Summit) deciden qué tan rápido ganas.',
      },
    },
  },
  {
    slug: 'allergens',
    copy: {
      en: {
        title: 'Allergens and nutrition',
        body: 'Every dish lists the fourteen allergens it contains. Our kitchens handle gluten, milk, egg, nuts and sesame all day, so we cannot promise that a dish is free of traces.',
      },
      es: {
        title: 'Alérgenos y nutrición',
        body: 'Cada plato indica cuáles de los catorce alérgenos contiene. En nuestras cocinas se trabaja con gluten, leche, huevo, nueces y sésamo, así que no podemos asegurar la ausencia de trazas.',
      },
    },
  },
  {
    slug: 'delivery',
    copy: {
      en: {
        title: 'Delivery and curbside',
        body: 'We deliver within four miles of most stores. The service charge is shown before you pay. At stores with curbside pickup, tell us your spot in the app and stay in the car.',
      },
      es: {
        title: 'Envío y entrega en el auto',
        body: 'Llevamos tu pedido hasta seis kilómetros desde la mayoría de las tiendas. El cargo se muestra antes de pagar. Donde hay entrega en el auto, dinos tu lugar en la app y espera dentro.',
      },
    },
  },
  {
    slug: 'accessibility',
    copy: {
      en: {
        title: 'Accessibility',
        body: 'All stores have step-free entrances and lowered counters, and our kiosks read the menu aloud. If something is in your way, write to access@larkfield.example and a person will answer.',
      },
      es: {
        title: 'Accesibilidad',
        body: 'Todas las tiendas tienen entrada sin escalones y mostradores bajos, y los quioscos leen la carta en voz alta. Si algo te estorba, escribe a access@larkfield.example y te responderá una persona.',
      },
    },
  },
];

export const createPages = (id: StableId, anchor: number): readonly ContentPageFact[] =>
  pageRows.flatMap(({ slug, copy }, at) =>
    (['en', 'es'] as const).map((locale) => ({
      id: id('pag', `${slug}/${locale}`),
      slug,
      locale,
      ...copy[locale],
      publishedAt: instant(anchor - (30 + 7 * at) * DAY),
    })),
  );
