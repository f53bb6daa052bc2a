import type { Slice } from './load.ts';
import type { Paced } from './pace.ts';

/** One line of the result. Times in ms. */
export interface Row {
  readonly profile: string;
  readonly gateway: string;
  /** Answers a second with a fixed number of requests under way. */
  readonly rps: number;
  /** How much of its core it had meanwhile, from 0 to 1; clearly below 1, something else was the brake. */
  readonly busy: number;
  readonly cpuMsPerRequest: number;
  /** How many times less that is than Apollo Gateway's; null where it was not measured. */
  readonly timesApollo: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The same at a constant rate of 70 % of `rps`; `leftOut` is the share of requests that stalls of the machine touched. */
  readonly at70: { readonly rps: number; readonly p50Ms: number; readonly p99Ms: number; readonly leftOut: number };
  /** Resident memory when the load of the profile was over. */
  readonly rssMiB: number;
  /** Requests to the subgraphs for one request under load. */
  readonly fetches: number;
  /** Whether requests under way at the same time shared work. */
  readonly sharing: boolean;
}

/** What one slice of load cost its gateway. */
export interface Sample {
  readonly slice: Slice;
  readonly cpuMs: number;
  readonly fetches: number;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

export const percentile = ({ latenciesMs }: Slice, share: number): number =>
  latenciesMs[Math.floor(latenciesMs.length * share)] ?? NaN;

export const rpsOf = ({ requests, elapsedMs }: Slice): number => (requests * 1000) / elapsedMs;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** The medians of the samples, and of the slices at a constant rate. */
export const rowOf = (
  samples: readonly Sample[],
  paced: readonly Paced[],
  rest: Pick<Row, 'profile' | 'gateway' | 'rssMiB' | 'sharing'>,
): Row => {
  const of = (key: (sample: Sample) => number): number => rounded(median(samples.map(key)));
  // Of a slice in which the machine left nothing to count, nothing is known but that.
  const counted = paced.filter(({ latenciesMs }) => latenciesMs.length > 0);
  const at70 = (key: (slice: Paced) => number): number => rounded(median(counted.map(key)));
  return {
    ...rest,
    rps: of(({ slice }) => rpsOf(slice)),
    busy: of(({ slice, cpuMs }) => cpuMs / slice.elapsedMs),
    cpuMsPerRequest: of(({ slice, cpuMs }) => cpuMs / slice.requests),
    timesApollo: null,
    p50Ms: of(({ slice }) => percentile(slice, 0.5)),
    p99Ms: of(({ slice }) => percentile(slice, 0.99)),
    at70: {
      rps: at70(rpsOf),
      p50Ms: at70((slice) => percentile(slice, 0.5)),
      p99Ms: at70((slice) => percentile(slice, 0.99)),
      leftOut: rounded(median(paced.map(({ leftOut }) => leftOut))),
    },
    rssMiB: rounded(rest.rssMiB),
    fetches: of(({ slice, fetches }) => fetches / slice.requests),
  };
};

/** Puts each row of a profile in relation to Apollo Gateway's. */
export const withRatios = (rows: readonly Row[]): readonly Row[] => {
  const apollo = rows.find(({ gateway }) => gateway === 'apollo');
  if (apollo === undefined) return rows;
  return rows.map((row) => ({ ...row, timesApollo: rounded(apollo.cpuMsPerRequest / row.cpuMsPerRequest) }));
};
