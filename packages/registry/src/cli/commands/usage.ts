import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExportSource } from '../../usage/import/read-export.ts';
import type { UsageCompactOptions } from '../usage/compact.ts';
import type { UsageImportOptions } from '../usage/import.ts';
import type { UsageShowOptions } from '../usage/show.ts';
import { config, positive, usageDays, usagePath, type Ended } from './options.ts';

const sources: readonly ExportSource[] = ['apollo', 'hive'];

const schema = [
  '--schema <file>',
  'the schema to read operations with (default: the supergraph of the base, else the one at hand)',
] as const;

const day = (text: string): string => {
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError('It is no day, such as 2026-11-23.');
  return text;
};

const addImport = (usage: Command, ended: Ended): Command =>
  usage
    .command('import')
    .description('Write what Apollo or Hive recorded in our format.')
    .argument('<file>', 'their export, JSON')
    .addOption(new Option('--from <source>', 'whose export it is').choices(sources).makeOptionMandatory())
    .option(...config)
    .option(...schema)
    .option('--day <day>', 'of an export that does not say: the day when operations were last asked for', day)
    .option('--client <name>', 'of an export that does not say: who asked for them')
    .option('--client-version <version>', 'of an export that does not say: and which version')
    .option('--out <file>', 'where it goes (default: a file named after its content, where usage is recorded)')
    .action(async (file: string, options: UsageImportOptions) =>
      ended(await (await import('../usage/import.ts')).runUsageImport(file, options)),
    );

const addShow = (usage: Command, ended: Ended): Command =>
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
      ended(await (await import('../usage/show.ts')).runUsageShow(coordinate, options)),
    );

const addCompact = (usage: Command, ended: Ended): Command =>
  usage
    .command('compact')
    .description('Merge the files of days that are over into one to be committed, and remove them.')
    .argument('[path]', 'a recording (default: where usage is recorded)')
    .option(...config)
    .option('--out <file>', 'where it goes (default: usage.ndjson in the directory)')
    .option('--days <n>', 'leave out what is older than so many days', positive)
    .option('--keep', 'keep the merged files, and begin the result anew', false)
    .action(async (path: string | undefined, options: UsageCompactOptions) =>
      ended(await (await import('../usage/compact.ts')).runUsageCompact(path, options)),
    );

/** `supergraph usage …`. */
export const addUsageCommands = (program: Command, ended: Ended): void => {
  const usage = program.command('usage').description('What clients ask for, as it was recorded.').showHelpAfterError();
  addShow(usage, ended);
  addImport(usage, ended);
  addCompact(usage, ended);
};
