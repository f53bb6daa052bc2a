import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack, type StackOptions } from '@qsr/local-stack/stack';
import { createWorld, type World } from '@qsr/seed';

/** A running stack with a data directory of its own, and the facts that it was seeded with. */
export interface TestStack extends Stack {
  readonly world: World;
}

const customers = 60;
/** In ms: fast restaurants. */
const posAutomaticMs = 1_500;

/** Short limits, so that what is given up is given up while a test watches. */
const limits = { PAYMENT_HORIZON_MS: '3000', REQUEST_DEADLINE_MS: '6000' };

/** Starts the whole product as `npm start` does: real processes, real stores. */
export const startTestStack = async (options: StackOptions = {}): Promise<TestStack> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'supergraph-'));
  const stack = await startStack({
    customers,
    dataDirectory,
    posAutomaticMs,
    ...options,
    environment: { ...process.env, ...limits, ...options.environment },
  });
  const { anchor } = JSON.parse(await readFile(join(dataDirectory, 'seed.json'), 'utf8')) as { anchor: string };
  const world = createWorld({ anchor, customers });
  const stop = async (): Promise<void> => {
    await stack.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return { ...stack, world, stop, [Symbol.asyncDispose]: stop };
};
