import type { ConsentRecord } from './consent.ts';

/** What a customer decided about one purpose, on one channel where it has one. */
export interface ConsentDecision {
  readonly purpose: ConsentRecord['purpose'];
  readonly channel: ConsentRecord['channel'];
  readonly granted: boolean;
  readonly policyVersion: string;
}

/** Where and when decisions were made. `idOf` names the record of the decision at a place of the list. */
export interface Occasion {
  readonly source: ConsentRecord['source'];
  readonly jurisdiction: string | null;
  /** RFC 3339. */
  readonly at: string;
  readonly idOf: (place: number) => string;
}

const isAbout = (decision: ConsentDecision, record: ConsentRecord): boolean =>
  record.purpose === decision.purpose && record.channel === decision.channel;

/** Refusing what was agreed to before is a withdrawal; refusing the first time is a denial. */
const statusOf = (decision: ConsentDecision, history: readonly ConsentRecord[]): ConsentRecord['status'] => {
  if (decision.granted) return 'GRANTED';
  return history.findLast((record) => isAbout(decision, record))?.status === 'GRANTED' ? 'WITHDRAWN' : 'DENIED';
};

/** The history with the decisions at its end. Nothing that was recorded before is touched (I35). */
export const withDecisions = (
  history: readonly ConsentRecord[],
  decisions: readonly ConsentDecision[],
  { source, jurisdiction, at, idOf }: Occasion,
): readonly ConsentRecord[] => [
  ...history,
  ...decisions.map((decision, place): ConsentRecord => ({
    id: idOf(place),
    purpose: decision.purpose,
    channel: decision.channel,
    status: statusOf(decision, history),
    legalBasis: 'CONSENT',
    policyVersion: decision.policyVersion,
    source,
    jurisdiction,
    recordedAt: at,
    expiresAt: null,
  })),
];

/** The place of the first decision about what an earlier one of the list decides already; -1 when there is none. */
export const repeatedDecision = (decisions: readonly ConsentDecision[]): number =>
  decisions.findIndex((one, place) =>
    decisions.slice(0, place).some(({ purpose, channel }) => purpose === one.purpose && channel === one.channel),
  );
