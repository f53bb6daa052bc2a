import { policyVersionAt } from '../catalogue/content/legal.ts';
import { compareText } from '../kernel/compare.ts';
import { DAY, MINUTE, instant } from '../kernel/time.ts';
import type { Random } from '../kernel/random.ts';
import type { CommunicationChannel, CommunicationPreferenceFact, ConsentFact } from '../facts/customers.ts';
import type { Person } from './person.ts';

interface Topic {
  readonly purpose: ConsentFact['purpose'];
  readonly channel: CommunicationChannel | null;
  /** Percent of guests who say yes when they sign up. */
  readonly yes: number;
}

const topics: readonly Topic[] = [
  { purpose: 'MARKETING', channel: 'EMAIL', yes: 68 },
  { purpose: 'MARKETING', channel: 'SMS', yes: 41 },
  { purpose: 'MARKETING', channel: 'PUSH', yes: 55 },
  { purpose: 'PERSONALIZATION', channel: null, yes: 72 },
  { purpose: 'ANALYTICS', channel: null, yes: 64 },
  { purpose: 'THIRD_PARTY_SHARING', channel: 'EMAIL', yes: 22 },
];

interface ConsentRecord {
  readonly topic: Topic;
  readonly status: ConsentFact['status'];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly source: ConsentFact['source'];
}

const jurisdictionOf = ({ homeStore: { address } }: Person): string | null =>
  address.region === null ? address.country : `${address.country}-${address.region}`;

const consentOf = (person: Person, anchor: number, { topic, status, at, source }: ConsentRecord): ConsentFact => ({
  id: person.newId('con', at, `${topic.purpose}/${topic.channel ?? 'any'}/${status}`),
  purpose: topic.purpose,
  channel: topic.channel,
  status,
  legalBasis: 'CONSENT',
  policyVersion: policyVersionAt(at, anchor),
  source,
  jurisdiction: jurisdictionOf(person),
  recordedAt: instant(at),
  expiresAt: status === 'GRANTED' && person.homeStore.address.country === 'ES' ? instant(at + 540 * DAY) : null,
});

/** What became of a consent since sign-up: withdrawn, given late, or both. */
const laterRecords = (first: ConsentRecord, anchor: number, dice: Random): readonly ConsentRecord[] => {
  const days = Math.floor((anchor - first.at) / DAY);
  const second = first.at + dice.int(2, Math.floor(days / 2)) * DAY;
  const changed: ConsentRecord = {
    ...first,
    at: second,
    status: first.status === 'GRANTED' ? 'WITHDRAWN' : 'GRANTED',
    source: first.topic.channel === 'SMS' ? 'SMS_KEYWORD' : dice.pick(['APP', 'WEB', 'CALL_CENTER']),
  };
  if (!dice.chance(25)) return [changed];
  const back: ConsentRecord = {
    ...first,
    at: second + dice.int(1, Math.floor(days / 3)) * DAY,
    status: changed.status === 'GRANTED' ? 'WITHDRAWN' : 'GRANTED',
    source: 'APP',
  };
  return [changed, back];
};

const historyOf = (person: Person, topic: Topic, anchor: number): readonly ConsentRecord[] => {
  const dice = person.dice(`consent/${topic.purpose}/${topic.channel ?? 'any'}`);
  const first: ConsentRecord = {
    topic,
    at: person.createdAt + dice.int(1, 3) * MINUTE,
    status: person.isDefault || dice.chance(topic.yes) ? 'GRANTED' : 'DENIED',
    source: dice.weighted([
      ['APP', 6],
      ['WEB', 3],
      ['KIOSK', 1],
    ]),
  };
  const changedMind = person.isDefault ? topic.channel === 'SMS' : dice.chance(22);
  const settledIn = person.createdAt < anchor - 20 * DAY;
  return changedMind && settledIn ? [first, ...laterRecords(first, anchor, dice)] : [first];
};

/** Oldest first; at most one record of a topic at a time. */
export const consentsOf = (person: Person, anchor: number): readonly ConsentFact[] =>
  topics
    .filter(({ channel }) => channel !== 'SMS' || person.profile.phone !== null)
    .flatMap((topic) => historyOf(person, topic, anchor))
    .map((record) => consentOf(person, anchor, record))
    .sort((one, other) => compareText(one.recordedAt, other.recordedAt));

/** Order messages are on for every channel the guest can be reached on; promotions follow the consents. */
export const preferencesOf = (
  { profile, createdAt }: Person,
  consents: readonly ConsentFact[],
): readonly CommunicationPreferenceFact[] =>
  (['EMAIL', 'SMS', 'PUSH'] as const)
    .filter((channel) => channel !== 'SMS' || profile.phone !== null)
    .flatMap((channel) => {
      const latest = consents.findLast((consent) => consent.purpose === 'MARKETING' && consent.channel === channel);
      return [
        { group: 'orders', channel, subscribed: true, updatedAt: instant(createdAt) },
        {
          group: 'promotions',
          channel,
          subscribed: latest?.status === 'GRANTED',
          updatedAt: latest?.recordedAt ?? instant(createdAt),
        },
      ];
    });
