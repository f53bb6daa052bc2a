import type { Locale, SalesChannel } from '../../facts/common.ts';

/** The words of one home screen. */
export interface HomeCopy {
  readonly heroTitle: string;
  readonly heroSubtitle: string;
  readonly heroAction: string;
  readonly offersTitle: string;
  readonly menuTitle: string;
  readonly loyaltyTitle: string;
  readonly loyaltyGuestTitle: string;
  readonly textTitle: string;
  readonly textBody: string;
}

const shared: Readonly<Record<Locale, HomeCopy>> = {
  en: {
    heroTitle: 'Hot off the griddle',
    heroSubtitle: 'Smashed, seared and in your hands in minutes.',
    heroAction: 'Start an order',
    offersTitle: 'On the house, or nearly',
    menuTitle: 'What the flock is having',
    loyaltyTitle: 'Your feathers',
    loyaltyGuestTitle: 'Join Larkfield Rewards and earn ten feathers a dollar',
    textTitle: 'Allergic to something?',
    textBody: 'Every dish lists its allergens. If you are unsure, ask the person at the griddle: they know.',
  },
  es: {
    heroTitle: 'Recién salido de la plancha',
    heroSubtitle: 'Aplastada, sellada y en tus manos en minutos.',
    heroAction: 'Empezar un pedido',
    offersTitle: 'Por cuenta de la casa, o casi',
    menuTitle: 'Lo que pide la bandada',
    loyaltyTitle: 'Tus plumas',
    loyaltyGuestTitle: 'Únete a Larkfield Rewards y gana diez plumas por dólar',
    textTitle: '¿Tienes alguna alergia?',
    textBody: 'Cada plato indica sus alérgenos. Si tienes dudas, pregunta en la plancha: ahí lo saben.',
  },
};

type Adapted = Readonly<Partial<Record<SalesChannel, Readonly<Record<Locale, Partial<HomeCopy>>>>>>;

const byChannel: Adapted = {
  KIOSK: {
    en: {
      heroTitle: 'Tap to begin',
      heroSubtitle: 'Order here, eat there.',
      loyaltyGuestTitle: 'Scan your member code',
    },
    es: {
      heroTitle: 'Toca para empezar',
      heroSubtitle: 'Pide aquí, come allá.',
      loyaltyGuestTitle: 'Escanea tu código',
    },
  },
  DRIVE_THRU: {
    en: { heroTitle: 'Pull up, we are ready', heroSubtitle: 'Have your member code to hand at the speaker.' },
    es: { heroTitle: 'Acércate, estamos listos', heroSubtitle: 'Ten a mano tu código en el altavoz.' },
  },
  IN_STORE: {
    en: { heroTitle: 'Welcome in', heroSubtitle: 'Find a table; the griddle does the rest.' },
    es: { heroTitle: 'Te damos la bienvenida', heroSubtitle: 'Busca una mesa; de lo demás se encarga la plancha.' },
  },
  CALL_CENTER: {
    en: { heroTitle: 'Good day, this is Larkfield', heroSubtitle: 'Ask for the home store before the order.' },
    es: { heroTitle: 'Buen día, habla Larkfield', heroSubtitle: 'Pregunta por la tienda antes del pedido.' },
  },
  THIRD_PARTY: {
    en: { heroTitle: 'Larkfield, delivered', heroSubtitle: 'The same griddle, brought to your door.' },
    es: { heroTitle: 'Larkfield a domicilio', heroSubtitle: 'La misma plancha, hasta tu puerta.' },
  },
};

export const homeCopy = (channel: SalesChannel, locale: Locale): HomeCopy => ({
  ...shared[locale],
  ...byChannel[channel]?.[locale],
});

/** The screen of the store that never closes. */
export const nightCopy: Readonly<Record<Locale, Partial<HomeCopy>>> = {
  en: {
    heroTitle: 'Silver Lake never sleeps',
    heroSubtitle: 'Breakfast at dawn, burgers at three in the morning.',
    textTitle: 'After midnight',
    textBody: 'From midnight to five, please order at the drive-thru window; the dining room is being polished.',
  },
  es: {
    heroTitle: 'Silver Lake nunca duerme',
    heroSubtitle: 'Desayuno al alba, hamburguesas a las tres de la mañana.',
    textTitle: 'Después de medianoche',
    textBody: 'De medianoche a cinco, pide en la ventanilla para autos; el comedor está en limpieza.',
  },
};

/** A campaign that is not published yet. */
export const draftCopy: Readonly<Record<Locale, Partial<HomeCopy>>> = {
  en: { heroTitle: "Founders' Day is coming", heroSubtitle: 'One weekend. Four times the feathers.' },
  es: { heroTitle: 'Se acerca el Día de los Fundadores', heroSubtitle: 'Un fin de semana. Plumas por cuatro.' },
};
