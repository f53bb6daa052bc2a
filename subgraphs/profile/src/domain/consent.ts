/** One decision as it is stored; never changed afterwards. */
export interface ConsentRecord {
  readonly id: string;
  readonly purpose: 'MARKETING' | 'PERSONALIZATION' | 'ANALYTICS' | 'THIRD_PARTY_SHARING';
  readonly channel: 'EMAIL' | 'SMS' | 'PUSH' | null;
  readonly status: 'GRANTED' | 'DENIED' | 'WITHDRAWN';
  readonly legalBasis: 'CONSENT' | 'LEGITIMATE_INTEREST' | 'CONTRACT' | 'LEGAL_OBLIGATION';
  readonly policyVersion: string;
  readonly source: 'APP' | 'WEB' | 'KIOSK' | 'CALL_CENTER' | 'SMS_KEYWORD' | 'IMPORT';
  readonly jurisdiction: string | null;
  readonly recordedAt: string;
  readonly expiresAt: string | null;
}

/** A record as it counts at some moment: a grant that has run out is EXPIRED. */
export type Consent = Omit<ConsentRecord, 'status'> & { readonly status: ConsentRecord['status'] | 'EXPIRED' };

/** What a record says at `now`. Only a grant can expire. */
export const consentAt = (record: ConsentRecord, now: Date): Consent =>
  record.status === 'GRANTED' && record.expiresAt !== null && Date.parse(record.expiresAt) <= now.getTime()
    ? { ...record, status: 'EXPIRED' }
    : record;

const scopeOf = ({ purpose, channel }: ConsentRecord): string => `${purpose}/${channel ?? ''}`;

/** Of records made in the same millisecond the one appended later counts. */
const isNotOlder = (record: ConsentRecord, than: ConsentRecord | undefined): boolean =>
  than === undefined || Date.parse(record.recordedAt) >= Date.parse(than.recordedAt);

/** The latest record of each (purpose, channel), as it counts at `now`, in order of purpose and channel. */
export const effectiveConsents = (history: readonly ConsentRecord[], now: Date): readonly Consent[] => {
  const latest = new Map<string, ConsentRecord>();
  for (const record of history) {
    const scope = scopeOf(record);
    if (isNotOlder(record, latest.get(scope))) latest.set(scope, record);
  }
  return [...latest.keys()].sort().flatMap((scope) => {
    const record = latest.get(scope);
    return record === undefined ? [] : [consentAt(record, now)];
  });
};
