import { enableCompileCache } from 'node:module';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { DlqFlags } from './commands/dlq.ts';
import { namedDataDirectory } from './commands/location.ts';
import { Problem } from './problem.ts';
import { compileCache } from './stack/compile-cache.ts';

enableCompileCache(compileCache);

// Each command imports what it needs when it runs, so that a token does not wait for the rest.
const optionsFromEnvironment = async () => (await import('./commands/environment.ts')).optionsFromEnvironment();

const wholeNumber = (text: string): number => {
  if (!/^\d+$/.test(text) || Number(text) < 1) throw new InvalidArgumentError('A whole number above 0 is needed.');
  return Number(text);
};

const commaSeparated = (text: string): string[] => text.split(',').filter(Boolean);

interface TokenFlags {
  readonly customer?: string;
  readonly scopes?: string[];
  readonly ttl?: number;
}

const program = new Command('local-stack').description('The whole supergraph on this machine');

program
  .command('start')
  .description('start every part, seeded, until Ctrl-C')
  .action(async () => {
    const { runStack } = await import('./commands/start.ts');
    await runStack(await optionsFromEnvironment());
  });

program
  .command('reset')
  .description('empty the data directory of a stopped stack')
  .action(async () => {
    const { reset } = await import('./commands/reset.ts');
    await reset(namedDataDirectory());
  });

program
  .command('seed')
  .description('write seed data over what is there, on a running or a stopped stack')
  .option('--customers <n>', 'how many customers', wholeNumber)
  .action(async ({ customers }: { customers?: number }) => {
    const { seed } = await import('./commands/seed.ts');
    const options = await optionsFromEnvironment();
    await seed(namedDataDirectory(), customers === undefined ? options : { ...options, customers });
  });

program
  .command('token')
  .description('print a bearer token of the running stack')
  .argument('<kind>', 'customer, marketing or staff')
  .option('--customer <id>', 'whose token; default: a customer who has something of everything')
  .option('--scopes <list>', 'fewer scopes than the kind has, or marketing:pii; separated by commas', commaSeparated)
  .option('--ttl <seconds>', 'how long it is valid, and 5 s more for clocks that differ; default: 3600', wholeNumber)
  .action(async (kind: string, { customer, scopes, ttl }: TokenFlags) => {
    const { printToken } = await import('./commands/token.ts');
    await printToken(namedDataDirectory(), kind, { customer, scopes, ttlSeconds: ttl });
  });

program
  .command('fault')
  .description('break or mend a part of the running stack; without arguments: how the parts are')
  .addArgument(new Argument('[part]', 'legacy-loyalty, legacy-payment, pos, bus, redis or a subgraph'))
  .addArgument(new Argument('[mode]', 'down, slow, hang or up'))
  .addOption(new Option('--ms <latency>', 'what slow adds in each direction, in ms').argParser(wholeNumber))
  .action(async (part: string | undefined, mode: string | undefined, { ms }: { ms?: number }) => {
    const { fault } = await import('./commands/fault.ts');
    const change = { part: part ?? '', mode: mode ?? '', ...(ms === undefined ? {} : { delayMs: ms }) };
    await fault(namedDataDirectory(), part === undefined ? undefined : change);
  });

const dlq = program
  .command('dlq')
  .description('dead letters: the events that a consumer could not act on')
  .addHelpText(
    'after',
    '\nThe bus is that of --bus, of BUS_URL, or of the running stack, in this order.\nExit code: 1 when there is no such bus, consumer or dead letter, else 0.',
  );

const withBus = (command: Command): Command =>
  command.option('--bus <url>', 'sns://<region>/<prefix> or sns+http://<host>:<port>/<prefix>');

withBus(dlq.command('list'))
  .description('one line a dead letter, oldest first: when, consumer, type, id, receipts, reason')
  .option('--consumer <name>', 'of this consumer only')
  .action(async (flags: DlqFlags) => (await import('./commands/dlq.ts')).listLetters(flags));

withBus(dlq.command('show'))
  .description('everything about a dead letter, as JSON')
  .argument('<id>', 'of the event')
  .option('--consumer <name>', 'of this consumer only')
  .action(async (id: string, flags: DlqFlags) => (await import('./commands/dlq.ts')).showLetter(flags, id));

withBus(dlq.command('redrive'))
  .description('give dead letters back to their consumers under their own ids; effects that are there are not repeated')
  .argument('[id]', 'of the event')
  .option('--all', 'every dead letter')
  .option('--consumer <name>', 'of this consumer only')
  .action(async (id: string | undefined, flags: DlqFlags) => {
    await (await import('./commands/dlq.ts')).redriveLetters(flags, id);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
