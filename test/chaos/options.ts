import { parseArgs } from 'node:util';

/** What a run is made of. The same options give the same customers, calls and faults. */
export interface ChaosOptions {
  readonly seed: number;
  readonly checkouts: number;
  readonly kills: number;
  /** Checkouts at the same time. */
  readonly parallel: number;
  readonly customers: number;
  /** How long after the last fault everything may take to end, in ms. */
  readonly patienceMs: number;
}

/** The options of the command line, and what is to be done with them. */
export interface Invocation {
  readonly options: ChaosOptions;
  readonly action: 'run' | 'plan' | 'help';
  /** Keeps the data directory, for a look at what went wrong. */
  readonly keep: boolean;
}

export const help = `npm run chaos -- --seed N [options]

Runs checkouts against a stack of its own while its processes are killed and the systems behind it fail, heals
everything, and audits what is left against the books: the stores, the queues and those of the simulated systems.

  --seed N          what customers do and what breaks follows from it (default: 1)
  --checkouts N     how many (default: 1000)
  --kills N         how many of orders, loyalty, offers, their relays and consumers, and the gateway are killed with
                    SIGKILL and restarted (default: 60); one for each four of them dies of what stands beside
  --parallel N      checkouts at the same time (default: 20)
  --customers N     how many customers are seeded (default: 150)
  --patience N      seconds that everything may take to end after the last fault (default: 120)
  --plan            print the faults of that seed and end
  --keep            keep the data directory and name it
  --help            this text

The last line is "seed=… checkouts=… events=… faults=… lost=… doubled=… open=…". The exit code is 0 when the last
three are 0, 1 when they are not, 2 for an option that does not exist. Ctrl-C ends the run and audits what there is.
`;

const flags = {
  seed: { type: 'string', default: '1' },
  checkouts: { type: 'string', default: '1000' },
  kills: { type: 'string', default: '60' },
  parallel: { type: 'string', default: '20' },
  customers: { type: 'string', default: '150' },
  patience: { type: 'string', default: '120' },
  plan: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What is wrong with a command line; its message is for people. */
export class UsageError extends Error {}

const wholeNumber = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${text}".`);
};

/** Reads a command line. Throws `UsageError`. */
export const readArguments = (words: readonly string[]): Invocation => {
  const { values } = ((): { values: ReturnType<typeof parse> } => {
    try {
      return { values: parse(words) };
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  })();
  return {
    action: values.help ? 'help' : values.plan ? 'plan' : 'run',
    keep: values.keep,
    options: {
      seed: wholeNumber('seed', values.seed, 0),
      checkouts: wholeNumber('checkouts', values.checkouts, 1),
      kills: wholeNumber('kills', values.kills, 0),
      parallel: wholeNumber('parallel', values.parallel, 1),
      customers: wholeNumber('customers', values.customers, 20),
      patienceMs: 1_000 * wholeNumber('patience', values.patience, 1),
    },
  };
};

const parse = (words: readonly string[]) => parseArgs({ args: [...words], options: flags }).values;
