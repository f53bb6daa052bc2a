import type { LegacyCall } from '../http.ts';
import type { LegacySessionOptions } from '../options.ts';
import type { Unknown } from '../outcome.ts';
import type { Transport } from '../transport.ts';
import { idOnWire } from '../wire.ts';
import type { Writer } from '../writer.ts';
import { readEnrolment, readMember, readProvenMember } from './member-answers.ts';
import type { CardProof, EnrolmentOutcome, LegacyMember, NewMember } from './member.ts';

/** Accounts and their owners. The look-ups throw the `AppError` of the system. */
export interface Enrolment {
  /** However often it is called for a customer, there is one account in the end. */
  enrol(member: NewMember): Promise<EnrolmentOutcome>;
  /** Null when the customer is not enrolled. */
  findByCustomer(customerId: string): Promise<LegacyMember | null>;
  /** Null when there is no such card, or its registration code is another one. */
  findByCard(proof: CardProof): Promise<LegacyMember | null>;
}

/** Parts of the client. */
export interface EnrolmentParts {
  readonly reads: Transport;
  readonly writer: Writer;
  readonly merchantId: string;
  readonly cardTemplateCode: number;
}

/** Every field is a list in this style, but for the two answers. */
const listed = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: [value] });

const enrolCall = ({ merchantId, cardTemplateCode }: EnrolmentParts, member: NewMember) => ({
  endpoint: 'enrollment/createAndRegister',
  method: 'POST' as const,
  path: 'enrollment/createAndRegister.json',
  body: {
    merchantId: idOnWire(merchantId),
    authentication: 'b2b',
    cardTemplateCode,
    enforceUniqueFields: ['customerNumber'],
    setUserFields: {
      style: 'typed',
      ...listed('firstName', member.givenName),
      ...listed('lastName', member.familyName),
      ...listed('email', member.email),
      ...listed('mobilePhone', member.phone),
      optIn: member.optIn,
      textCampaignOptIn: member.textCampaignOptIn,
    },
    setAccountFields: { style: 'typed', customerNumber: [member.customerId] },
  },
  read: readEnrolment,
});

const memberCall = <T>(query: Record<string, string>, read: (document: unknown) => T): LegacyCall<T> => ({
  endpoint: 'guest/accountInformation',
  method: 'GET',
  path: `guest/accountInformation.json?${new URLSearchParams(query).toString()}`,
  read,
});

const found = (member: LegacyMember): EnrolmentOutcome => ({
  outcome: 'applied',
  legacyAccountId: member.legacyAccountId,
  cardNumber: member.cardNumber,
  existed: true,
});

/** Enrolment over the parts of a client, under one request's deadline. */
export const createEnrolment = (parts: EnrolmentParts, session: LegacySessionOptions): Enrolment => {
  const { reads, writer, merchantId } = parts;
  const findByCustomer = (customerId: string) =>
    reads.send(memberCall({ authentication: 'b2b', merchantId, customerNumber: customerId }, readMember), session);

  /** The customer's account, whoever has made it; `otherwise` when there is none, or no telling. */
  const existing = async (customerId: string, otherwise: Unknown): Promise<EnrolmentOutcome> => {
    const member = await findByCustomer(customerId).catch(() => null);
    return member === null ? otherwise : found(member);
  };

  return {
    enrol: async (member) => {
      const answer = await writer.send(enrolCall(parts, member), session);
      switch (answer.outcome) {
        case 'created':
          return { ...answer, outcome: 'applied', existed: false };
        case 'conflict':
          return existing(member.customerId, { outcome: 'unknown', cause: 'duplicate' });
        case 'unknown':
          return existing(member.customerId, answer);
        default:
          return answer;
      }
    },
    findByCustomer,
    findByCard: ({ cardNumber, registrationCode }) => {
      const code = registrationCode === undefined ? {} : { registrationCode };
      const query = { authentication: 'card', merchantId, printedCardNumber: cardNumber, ...code };
      return reads.send(memberCall(query, readProvenMember), session);
    },
  };
};
