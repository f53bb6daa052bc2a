import { relative, resolve } from 'node:path';
import colors from 'picocolors';
import type { StackReport } from '../stack/options.ts';

/** Writes a line to stdout. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Progress as short lines; on a terminal the count of a seed is one line that changes, elsewhere each tenth is one. */
export const printedReport = (): StackReport => {
  let tenth = -1;
  return {
    step: (text) => print(colors.dim(`· ${text}`)),
    seeded: (done, total) => {
      const reached = Math.floor((10 * done) / total);
      if (process.stdout.isTTY) process.stdout.write(`\r${colors.dim(`· seeded ${done} of ${total} records`)}`);
      else if (reached !== tenth) print(`· seeded ${done} of ${total} records`);
      if (process.stdout.isTTY && done === total) print();
      tenth = reached;
    },
  };
};

/** `DATA_DIR=… ` where commands need it to find the same stack, else nothing. */
export const dataDirPrefix = (root: string, data: string): string =>
  data === resolve(root, '.data') ? '' : `DATA_DIR=${data} `;

/** A path as a person would type it here. */
export const shortPath = (path: string): string => relative(process.cwd(), path) || '.';
