import { styleText } from 'node:util';
import type { Bar } from './bars.ts';
import type { Row } from './rows.ts';

const columns: readonly { readonly title: string; readonly cell: (row: Row) => string }[] = [
  { title: 'profile', cell: ({ profile }) => profile },
  { title: 'gateway', cell: ({ gateway }) => gateway },
  { title: 'rps', cell: ({ rps }) => rps.toFixed(0) },
  { title: 'busy %', cell: ({ busy }) => (busy * 100).toFixed(0) },
  { title: 'CPU ms', cell: ({ cpuMsPerRequest }) => cpuMsPerRequest.toFixed(3) },
  { title: '× apollo', cell: ({ timesApollo }) => timesApollo?.toFixed(1) ?? '' },
  { title: 'p50 ms', cell: ({ p50Ms }) => p50Ms.toFixed(1) },
  { title: 'p99 ms', cell: ({ p99Ms }) => p99Ms.toFixed(1) },
  { title: 'p50 at 70 %', cell: ({ at70 }) => at70.p50Ms.toFixed(2) },
  { title: 'p99 at 70 %', cell: ({ at70 }) => at70.p99Ms.toFixed(2) },
  { title: 'left out %', cell: ({ at70 }) => (at70.leftOut * 100).toFixed(0) },
  { title: 'RSS MiB', cell: ({ rssMiB }) => rssMiB.toFixed(0) },
  { title: 'fetches', cell: ({ fetches }) => fetches.toFixed(2) },
];

/** The first two columns are names, the others figures. */
const padded = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');

const lineOf = (row: Row, widths: readonly number[]): string => {
  const line = padded(
    columns.map(({ cell }) => cell(row)),
    widths,
  );
  return row.gateway === 'ours' ? styleText('bold', line, { stream: process.stdout }) : line;
};

const barLine = ({ text, value, passed }: Bar): string => {
  const verdict = styleText(passed ? 'green' : 'red', passed ? 'pass' : 'FAIL', { stream: process.stdout });
  return `${verdict}  ${text}: ${value.toFixed(2)}`;
};

/** Coloured on a terminal only. */
export const table = (rows: readonly Row[], bars: readonly Bar[]): string => {
  const widths = columns.map(({ title, cell }) => Math.max(title.length, ...rows.map((row) => cell(row).length)));
  const titles = columns.map(({ title }) => title);
  const lines = rows.map(
    (row, at) => (at > 0 && rows[at - 1]?.profile !== row.profile ? '\n' : '') + lineOf(row, widths),
  );
  return `${[padded(titles, widths), ...lines, '', ...bars.map(barLine)].join('\n')}\n`;
};
