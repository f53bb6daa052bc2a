import { InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../../exit-codes.ts';
import { formatNames } from '../../report/names.ts';

/**
 * Options that several commands have. What a command does is loaded when it runs: composers and planners take half a
 * second to load, and `--help` needs none of them.
 */

/** Is told how a command ended. */
export type Ended = (code: ExitCode) => void;

export const config = ['--config <file>', 'the list of subgraphs', 'supergraph.yaml'] as const;

export const base = [
  '--base <revision>',
  'the revision of git to compare with (default: that of registry.yaml, else origin/main)',
] as const;

export const usagePath = [
  '--usage <path>',
  'recorded usage, a file or a directory (default: that of registry.yaml, else usage)',
] as const;

export const format = (more = ''): Option =>
  new Option('--format <format>', `how to report${more}`).choices(formatNames).default('text');

/** A whole number above 0. */
export const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It is no whole number above 0.');
  return number;
};

/** Of every command that judges by usage. */
export const usageDays = (): Option =>
  new Option(
    '--usage-days <n>',
    'what was last asked for before so many days is not in use (default: that of registry.yaml, else 60)',
  ).argParser(positive);
