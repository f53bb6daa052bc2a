import { resolve } from 'node:path';
import type { StackOptions } from '../stack/options.ts';
import { startStack, type Stack } from '../stack.ts';
import { repositoryRoot } from '../repository-root.ts';
import { banner } from './banner.ts';
import { dataDirPrefix, print, printedReport, shortPath } from './output.ts';

/** npm passes the Ctrl-C of a terminal on, so that one press arrives twice: what follows this fast (ms) is the same one. */
const samePressMs = 700;

/** Aborts at the first signal; `force` is called when somebody insists. */
const listenForSignals = (force: () => void): AbortSignal => {
  const asked = new AbortController();
  let since = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!asked.signal.aborted) since = performance.now();
      else if (performance.now() - since > samePressMs) force();
      asked.abort();
    });
  }
  return asked.signal;
};

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });

const announce = (stack: Stack, options: StackOptions, startedAt: number): void => {
  const root = options.root ?? repositoryRoot;
  const data = options.dataDirectory ?? resolve(root, '.data');
  const seconds = (performance.now() - startedAt) / 1_000;
  print(banner({ url: stack.url, seconds, prefix: dataDirPrefix(root, data), data: shortPath(data) }));
};

/** Runs a stack until a signal ends it. Throws `Problem` when it cannot start, or when a part ends. */
export const runStack = async (options: StackOptions): Promise<void> => {
  const startedAt = performance.now();
  let stack: Stack | undefined;
  const asked = listenForSignals(() => {
    stack?.killAll();
    process.exit(1);
  });
  try {
    stack = await startStack({ ...options, signal: asked, report: printedReport() });
  } catch (error) {
    if (!asked.aborted) throw error;
    print('Stopped before it was ready.');
    return;
  }
  announce(stack, options, startedAt);
  const problem = await Promise.race([stack.failed, aborted(asked)]);
  print(problem === null ? '\nStopping (again to stop at once) …' : '');
  await stack.stop();
  if (problem !== null) throw problem;
  print('Stopped.');
};
