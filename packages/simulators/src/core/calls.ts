/** One call as the admin port lists it. `subject` is the account, order or card that it was about. */
export interface Call {
  readonly at: string;
  readonly endpoint: string;
  readonly subject: string | null;
  /** HTTP status, or what happened in place of an answer. */
  outcome: number | 'reset' | 'silence' | 'open';
}

/** Counts are exact; the list keeps the newest calls only. */
export interface CallReport {
  readonly counts: Readonly<Record<string, number>>;
  /** The most calls that were open at the same time. */
  readonly peakInFlight: number;
  readonly calls: readonly Call[];
}

export interface CallLog {
  /** Notes a call that has arrived. `ended` is called once, when its connection is done with it. */
  begin(endpoint: string, subject: string | null): { readonly call: Call; readonly ended: () => void };
  report(): CallReport;
  clear(): void;
}

const KEPT = 1_000;

export const createCallLog = (now: () => Date): CallLog => {
  let counts: Record<string, number> = {};
  let calls: Call[] = [];
  let inFlight = 0;
  let peakInFlight = 0;
  return {
    begin: (endpoint, subject) => {
      const call: Call = { at: now().toISOString(), endpoint, subject, outcome: 'open' };
      counts[endpoint] = (counts[endpoint] ?? 0) + 1;
      calls.push(call);
      if (calls.length > 2 * KEPT) calls = calls.slice(-KEPT);
      inFlight += 1;
      peakInFlight = Math.max(peakInFlight, inFlight);
      return { call, ended: () => (inFlight -= 1) };
    },
    report: () => ({ counts, peakInFlight, calls: calls.slice(-KEPT).reverse() }),
    clear: () => {
      counts = {};
      calls = [];
      peakInFlight = inFlight;
    },
  };
};
