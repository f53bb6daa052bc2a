import { Command, InvalidArgumentError, Option } from 'commander';

/** Command-line flags. `overrides` are variables of the environment that a flag sets. */
export interface Flags {
  readonly overrides: Readonly<Record<string, string>>;
  readonly conformance: boolean;
  /** Which of several workers this is; undefined for the process that somebody started. */
  readonly worker: number | undefined;
}

interface Options {
  readonly supergraph?: string;
  readonly port?: string;
  readonly workers?: string;
  readonly conformance?: true;
  readonly worker?: number;
}

/** A shell turns an unset variable into an empty flag, which must not mean the default. */
const notEmpty = (value: string): string => {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  return value;
};

/** Reads the command line. Prints help, or what is wrong with a flag, and ends the process (0 or 1). */
export const readFlags = (argv: readonly string[]): Flags => {
  const { supergraph, port, workers, worker, conformance } = new Command('gateway')
    .description('Serves a supergraph. Everything else is configured by environment variables; see gateway/README.md.')
    .option('--supergraph <location>', 'composed supergraph or artifact to serve: path or URL (SUPERGRAPH)', notEmpty)
    .option('--port <n>', 'TCP port; 0 lets the system choose (PORT)', notEmpty)
    .option('--workers <n>', 'processes that share the port (WORKERS)', notEmpty)
    .option('--conformance', 'for public test suites: introspection on; limits, masking and authorization OFF')
    .addOption(new Option('--worker <n>').argParser(Number).hideHelp())
    .allowExcessArguments(false)
    .parse([...argv])
    .opts<Options>();
  return {
    overrides: {
      ...(supergraph === undefined ? {} : { SUPERGRAPH: supergraph }),
      ...(port === undefined ? {} : { PORT: port }),
      ...(workers === undefined ? {} : { WORKERS: workers }),
    },
    conformance: conformance ?? false,
    worker,
  };
};
