import { relative, resolve } from 'node:path';
import { createPace } from '../seeding/pace.ts';
import { colors } from './colors.ts';
import type { StackReport } from '../stack/options.ts';

/** Writes a line to stdout. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Where no terminal shows how a count goes on, there is a line each tenth, and at least one in this time (ms). */
const longestSilenceMs = 15_000;

/** Prints how a count goes on: on a terminal as one line that changes. */
const countPrinter = (isTTY: boolean) => {
  const pace = createPace(() => performance.now());
  let printed = { tenth: 0, at: performance.now() };
  return (done: number, total: number): void => {
    const tenth = Math.floor((10 * done) / total);
    const rate = pace(done, total);
    const due = tenth !== printed.tenth || performance.now() - printed.at > longestSilenceMs;
    if (!isTTY && !due) return;
    printed = { tenth, at: performance.now() };
    const text = colors.dim(`· seeded ${done} of ${total} records${rate === '' ? '' : ` (${rate})`}`);
    process.stdout.write(isTTY ? `\r${text}\u001B[K${done === total ? '\n' : ''}` : `${text}\n`);
  };
};

/** Progress as short lines. */
export const printedReport = (): StackReport => {
  const { isTTY } = process.stdout;
  const printCount = countPrinter(isTTY);
  let unfinished = false;
  return {
    step: (text) => {
      print(`${unfinished ? '\n' : ''}${colors.dim(`· ${text}`)}`);
      unfinished = false;
    },
    seeded: (done, total) => {
      printCount(done, total);
      unfinished = isTTY && done < total;
    },
  };
};

/** `DATA_DIR=… ` where commands need it to find the same stack, else nothing. */
export const dataDirPrefix = (root: string, data: string): string =>
  data === resolve(root, '.data') ? '' : `DATA_DIR=${data} `;

/** A path as a person would type it here. */
export const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
};
