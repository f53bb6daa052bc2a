import { describeFault, planFaults } from './plan.ts';
import { help, readArguments, UsageError } from './options.ts';
import { summaryOf } from './audit.ts';
import type { ChaosReport } from './run.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** On a terminal the count is one line that changes; elsewhere there is a line every tenth. */
const reportTo = (terminal: boolean, checkouts: number): ChaosReport => {
  let unfinished = false;
  return {
    step: (text) => {
      print(`${unfinished ? '\n' : ''}· ${text}`);
      unfinished = false;
    },
    begun: (count, faults) => {
      const text = `· ${count} of ${checkouts} checkouts, ${faults} faults`;
      if (terminal) process.stdout.write(`\r${text}\u001B[K`);
      else if (count % Math.ceil(checkouts / 10) === 0) print(text);
      unfinished = terminal;
    },
  };
};

/** npm passes the Ctrl-C of a terminal on, so that one press arrives twice. */
const samePressMs = 700;

const interruption = (): AbortSignal => {
  const asked = new AbortController();
  let since = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked.signal.aborted && performance.now() - since > samePressMs) process.exit(130);
      if (!asked.signal.aborted) since = performance.now();
      asked.abort();
    });
  }
  return asked.signal;
};

const run = async (words: readonly string[]): Promise<number> => {
  const { action, options, keep } = readArguments(words);
  if (action === 'help') print(help);
  if (action === 'plan') for (const fault of planFaults(options)) print(describeFault(fault));
  if (action !== 'run') return 0;
  const { runChaos } = await import('./run.ts');
  const report = reportTo(process.stdout.isTTY, options.checkouts);
  const verdict = await runChaos(options, { report, signal: interruption(), keep });
  print(
    `· ${Object.entries(verdict.outcomes)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  for (const finding of verdict.findings) print(finding);
  print(summaryOf(verdict));
  return verdict.lost + verdict.doubled + verdict.open === 0 ? 0 : 1;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
