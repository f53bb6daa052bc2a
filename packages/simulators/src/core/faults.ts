import { z } from 'zod';

/** `true` means every call, a number from 0 to 1 that share of the calls. */
const share = () => z.union([z.boolean().transform(Number), z.number().min(0).max(1)]);

const fields = z.strictObject({
  latencyMs: z.int().min(0).max(600_000).describe('Wait before the call is handled'),
  latencyJitterMs: z.int().min(0).max(600_000).describe('At most this much more, evenly spread'),
  errorRate: share().describe('HTTP 500, nothing applied'),
  outage: share().describe('The connection is reset, nothing applied'),
  hang: share().describe('No answer, nothing applied; the connection stays open'),
  loseAcknowledgement: share().describe('Applied, then the connection is reset'),
  maintenance: z.boolean().describe('HTTP 503 with an HTML page, nothing applied'),
  throttlePerSecond: z.number().positive().nullable().describe('Token bucket of that rate; null is no limit'),
  throttleAnswer: z.enum(['status', 'result']).describe('HTTP 429, or HTTP 200 with a failure code'),
  duplicateMode: z.enum(['A', 'B', 'none']).describe('A: first answer again; B: refused; none: done twice'),
  keyErrorRate: share().describe('Share of the keys that fail inside an answer of ext/bulk'),
});

/** The faults that one call is exposed to. Shares are probabilities, 0 is never. */
export type Faults = Readonly<z.output<typeof fields>>;

const settings = fields.partial();

/** What the admin port takes: settings for every endpoint, and exceptions by endpoint name. */
const planSchema = (endpoints: readonly string[]) =>
  settings.extend({ endpoints: z.partialRecord(z.enum(endpoints), settings).optional() });

export type FaultPlan = z.output<ReturnType<typeof planSchema>>;

/** Nothing is wrong. */
export const noFaults: Faults = Object.freeze({
  latencyMs: 0,
  latencyJitterMs: 0,
  errorRate: 0,
  outage: 0,
  hang: 0,
  loseAcknowledgement: 0,
  maintenance: false,
  throttlePerSecond: null,
  throttleAnswer: 'status',
  duplicateMode: 'A',
  keyErrorRate: 0,
});

/** Holds the fault plan of one simulator. */
export interface FaultBoard {
  /** Replaces the whole plan; `{}` mends everything. Throws a ZodError that names each fault of the plan. */
  replace(plan: unknown): void;
  current(): FaultPlan;
  of(endpoint: string): Faults;
  /** Calls with equal keys share one token bucket. */
  throttleKey(endpoint: string): string;
}

/** `usual` is how this system behaves when no plan says otherwise. */
export const createFaultBoard = (endpoints: readonly string[], usual: Partial<Faults>): FaultBoard => {
  const schema = planSchema(endpoints);
  let plan: FaultPlan = {};
  let everywhere: Partial<Faults> = {};
  let exceptions: Partial<Record<string, Partial<Faults>>> = {};
  return {
    replace: (next) => {
      plan = schema.parse(next);
      // JSON has no undefined: a setting that is there has a value, which the type of an optional field cannot say.
      ({ endpoints: exceptions = {}, ...everywhere } = plan as typeof everywhere & { endpoints?: typeof exceptions });
    },
    current: () => plan,
    of: (endpoint) => ({ ...noFaults, ...usual, ...everywhere, ...exceptions[endpoint] }),
    throttleKey: (endpoint) => (exceptions[endpoint]?.throttlePerSecond === undefined ? 'all' : endpoint),
  };
};
