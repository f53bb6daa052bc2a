import type { Row } from './rows.ts';

/** What is expected of ours, and what it is. */
export interface Bar {
  readonly text: string;
  readonly value: number;
  readonly passed: boolean;
}

const OURS = 'ours';

const atLeast = (text: string, value: number, least: number): Bar => ({
  text: `${text} ≥ ${least}`,
  value,
  passed: value >= least,
});

const atMost = (text: string, value: number, most: number): Bar => ({
  text: `${text} ≤ ${most}`,
  value,
  passed: value <= most,
});

/** How many times the processor time of ours the other needs. */
const times = (ours: Row, other: Row): number => other.cpuMsPerRequest / ours.cpuMsPerRequest;

/** Least ratios of processor time by profile and other gateway. */
const ratios: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  heavy: { apollo: 9, 'hive-rust': 2.5, limit: 0.9 },
  small: { apollo: 9, 'hive-rust': 2.5, limit: 0.9 },
  sharing: { hive: 1, 'hive-rust': 1 },
};

const SLOWEST = 3;

const barsOf = (rows: readonly Row[], ours: Row): readonly Bar[] => {
  const { profile, at70 } = ours;
  const other = (gateway: string) => rows.find((row) => row.profile === profile && row.gateway === gateway);
  const apollo = other('apollo');
  return [
    ...Object.entries(ratios[profile] ?? {}).flatMap(([gateway, least]) => {
      const row = other(gateway);
      return row === undefined ? [] : [atLeast(`${profile}: processor time, × ${gateway}`, times(ours, row), least)];
    }),
    atMost(`${profile}: p99 ÷ p50 at 70 % of saturation`, at70.p99Ms / at70.p50Ms, SLOWEST),
    ...(apollo === undefined ? [] : [atMost(`${profile}: resident memory ÷ apollo's`, ours.rssMiB / apollo.rssMiB, 1)]),
  ];
};

/** The bars that can be told from what was measured. */
export const bars = (rows: readonly Row[]): readonly Bar[] =>
  rows.filter(({ gateway }) => gateway === OURS).flatMap((ours) => barsOf(rows, ours));
