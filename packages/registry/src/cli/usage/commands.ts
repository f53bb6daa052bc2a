import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from '../../exit-codes.ts';
import { exportFormats } from '../../usage/import/read-export.ts';
import { runUsageCompact, type UsageCompactOptions } from './compact.ts';
import { runUsageImport, type UsageImportOptions } from './import.ts';
import { runUsageShow, type UsageShowOptions } from './show.ts';

const config = ['--config <file>', 'the list of subgraphs', 'supergraph.yaml'] as const;
const schema = [
  '--schema <file>',
  'the schema to read operations with (default: the supergraph of the base, else the one at hand)',
] as const;

const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It is no whole number above 0.');
  return number;
};

const day = (text: string): string => {
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError('It is no day, such as 2026-11-23.');
  return text;
};

/** Of every command that judges by usage. */
export const usageDays = (): Option =>
  new Option(
    '--usage-days <n>',
    'what was last asked for before so many days is not in use (default: that of registry.yaml, else 60)',
  ).argParser(positive);

const usagePath = [
  '--usage <path>',
  'recorded usage, a file or a directory (default: that of registry.yaml, else usage)',
] as const;

const addImport = (usage: Command, ended: (code: ExitCode) => void): Command =>
  usage
    .command('import')
    .description('Write what Apollo or Hive recorded in our format.')
    .argument('<file>', 'their export, JSON')
    .addOption(
      new Option('--from <source>', 'whose export it is').choices(Object.keys(exportFormats)).makeOptionMandatory(),
    )
    .option(...config)
    .option(...schema)
    .option('--day <day>', 'of an export that does not say: the day when operations were last asked for', day)
    .option('--client <name>', 'of an export that does not say: who asked for them')
    .option('--client-version <version>', 'of an export that does not say: and which version')
    .option('--out <file>', 'where it goes (default: a file named after its content, where usage is recorded)')
    .action(async (file: string, options: UsageImportOptions) => ended(await runUsageImport(file, options)));

const addShow = (usage: Command, ended: (code: ExitCode) => void): Command =>
  usage
    .command('show')
    .description('Tell what is known of an element of the schema, or which are asked for most or least.')
    .argument('[coordinate]', 'such as Query.offers, Query.offers(first:), OfferState.OPEN or Offer')
    .option(...config)
    .option(...schema)
    .option(...usagePath)
    .addOption(usageDays())
    .option('--least', 'those asked for least, and never, first', false)
    .option('--limit <n>', 'how many', positive, 20)
    .action(async (coordinate: string | undefined, options: UsageShowOptions) =>
      ended(await runUsageShow(coordinate, options)),
    );

const addCompact = (usage: Command, ended: (code: ExitCode) => void): Command =>
  usage
    .command('compact')
    .description('Merge the files of days that are over into one to be committed, and remove them.')
    .argument('[path]', 'a recording (default: where usage is recorded)')
    .option(...config)
    .option('--out <file>', 'where it goes (default: usage.ndjson in the directory)')
    .option('--days <n>', 'leave out what is older than so many days', positive)
    .option('--keep', 'keep the merged files, and begin the result anew', false)
    .action(async (path: string | undefined, options: UsageCompactOptions) =>
      ended(await runUsageCompact(path, options)),
    );

/** `supergraph usage …`. */
export const addUsageCommands = (program: Command, ended: (code: ExitCode) => void): void => {
  const usage = program.command('usage').description('What clients ask for, as it was recorded.').showHelpAfterError();
  addShow(usage, ended);
  addImport(usage, ended);
  addCompact(usage, ended);
};
