import { relative, resolve } from 'node:path';
import { colors } from './colors.ts';
import type { StackReport } from '../stack/options.ts';

/** Writes a line to stdout. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Progress as short lines; on a terminal the count of a seed is one line that changes, elsewhere each tenth is one. */
export const printedReport = (): StackReport => {
  const { isTTY } = process.stdout;
  let tenth = 0;
  let unfinished = false;
  return {
    step: (text) => {
      print(`${unfinished ? '\n' : ''}${colors.dim(`· ${text}`)}`);
      unfinished = false;
    },
    seeded: (done, total) => {
      const text = colors.dim(`· seeded ${done} of ${total} records`);
      const reached = Math.floor((10 * done) / total);
      if (isTTY) process.stdout.write(`\r${text}${done === total ? '\n' : ''}`);
      else if (reached !== tenth) print(text);
      tenth = reached;
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
