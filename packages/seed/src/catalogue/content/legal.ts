import { DAY, instant } from '../../kernel/time.ts';
import type { Localized } from '../../facts/common.ts';
import type { LegalDocumentFact, LegalDocumentType } from '../../facts/content.ts';
import type { StableId } from '../ids.ts';

/** Both versions of every document; `daysAgo` is when the version came into force. */
const versions = [
  { version: '1.0', daysAgo: 1500 },
  { version: '2.0', daysAgo: 240 },
] as const;

/** The version of every legal document that was in force at a moment. */
export const policyVersionAt = (at: number, anchor: number): string => {
  const [first, second] = versions;
  return at < anchor - second.daysAgo * DAY ? first.version : second.version;
};

interface LegalText {
  readonly title: string;
  readonly body: string;
  /** What the second version added. */
  readonly addition: string;
}

const texts: Readonly<Record<LegalDocumentType, Localized<LegalText>>> = {
  TERMS: {
    en: {
      title: 'Terms of use',
      body: 'These terms apply when you order from Larkfield Griddle in the app, on the web or at a kiosk. A contract comes about when the store accepts your order. You may cancel until the kitchen begins.',
      addition: 'Orders for later may be changed until thirty minutes before pickup.',
    },
    es: {
      title: 'Términos de uso',
      body: 'Estos términos se aplican cuando pides a Larkfield Griddle en la app, en la web o en un quiosco. El contrato nace cuando la tienda acepta tu pedido. Puedes cancelarlo hasta que la cocina empiece.',
      addition: 'Los pedidos programados pueden cambiarse hasta treinta minutos antes de recogerlos.',
    },
  },
  PRIVACY_NOTICE: {
    en: {
      title: 'Privacy notice',
      body: 'We keep your name, contact details and orders so that we can feed you and answer your questions. We keep order records as long as tax law requires. You may ask for a copy or for erasure at any time.',
      addition: 'You may opt out of the sale or sharing of personal information in your profile.',
    },
    es: {
      title: 'Aviso de privacidad',
      body: 'Guardamos tu nombre, contacto y pedidos para atenderte y responder a tus preguntas. Conservamos los pedidos el tiempo que exige la ley fiscal. Puedes pedir una copia o su eliminación cuando quieras.',
      addition: 'Puedes oponerte en tu perfil a la venta o cesión de tus datos personales.',
    },
  },
  LOYALTY_TERMS: {
    en: {
      title: 'Larkfield Rewards terms',
      body: 'Feathers have no cash value and cannot be transferred. They are credited when an order is complete and expire after twelve months. A refund takes back the feathers that the order earned.',
      addition: 'Your tier follows the feathers you earned in the last twelve months; spending them never lowers it.',
    },
    es: {
      title: 'Términos de Larkfield Rewards',
      body: 'Las plumas no tienen valor en efectivo ni pueden transferirse. Se abonan cuando el pedido está completo y vencen a los doce meses. Un reembolso retira las plumas que ganó ese pedido.',
      addition: 'Tu nivel depende de las plumas ganadas en los últimos doce meses; usarlas nunca lo baja.',
    },
  },
  MARKETING_CONSENT: {
    en: {
      title: 'Consent to marketing messages',
      body: 'Yes, Larkfield Griddle may send me offers on the channel I chose. I can withdraw this at any time in my profile or with the link in every message. Consent is not a condition of any purchase.',
      addition: 'Message and data rates may apply to text messages; reply STOP to end them.',
    },
    es: {
      title: 'Consentimiento para mensajes comerciales',
      body: 'Sí, Larkfield Griddle puede enviarme ofertas por el canal que elegí. Puedo retirarlo cuando quiera en mi perfil o con el enlace de cada mensaje. El consentimiento no es condición de compra.',
      addition: 'Los mensajes de texto pueden tener costo; responde STOP para dejar de recibirlos.',
    },
  },
};

export const createLegalDocuments = (id: StableId, anchor: number): readonly LegalDocumentFact[] =>
  (['TERMS', 'PRIVACY_NOTICE', 'LOYALTY_TERMS', 'MARKETING_CONSENT'] as const).flatMap((type) =>
    versions.flatMap(({ version, daysAgo }) =>
      (['en', 'es'] as const).map((locale) => {
        const { title, body, addition } = texts[type][locale];
        return {
          id: id('lgl', `${type}/${version}/${locale}`),
          type,
          version,
          locale,
          title,
          body: version === '1.0' ? body : `${body} ${addition}`,
          effectiveFrom: instant(anchor - daysAgo * DAY),
        };
      }),
    ),
  );
