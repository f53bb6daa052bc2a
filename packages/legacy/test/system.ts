import type { Simulator } from '@qsr/simulators';

interface CallReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly peakInFlight: number;
}

/** The admin port of a simulator: what to break, and what has really arrived. */
export const adminOf = ({ adminUrl }: Simulator) => ({
  break: async (faults: object): Promise<void> => {
    const response = await fetch(`${adminUrl}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
    if (!response.ok) throw new Error(await response.text());
  },
  calls: async (): Promise<CallReport> => (await (await fetch(`${adminUrl}/calls`)).json()) as CallReport,
});

/** Counts calls as a request does for `x-trace-calls`. */
export const countCalls = () => {
  const counts: Record<string, number> = {};
  return { counts, onCall: (endpoint: string) => (counts[endpoint] = (counts[endpoint] ?? 0) + 1) };
};

export const timed = async <T>(work: Promise<T>) => {
  const startedAt = performance.now();
  const value = await work;
  return { value, ms: performance.now() - startedAt };
};

/** What one load ends with, an error by its code. */
export const settled = (load: Promise<unknown>): Promise<unknown> =>
  load.catch((error: unknown) => (error as { code?: string }).code ?? error);

/** Limits that a busy machine does not reach, for whatever should be answered. */
export const unhurried = { connectMs: 5_000, totalMs: 10_000 };

/** Those of a write that meets `fault`: silence is not waited for that long. */
export const limitsFor = (fault: object) => ({ ...unhurried, ...('hang' in fault ? { totalMs: 400 } : {}) });
