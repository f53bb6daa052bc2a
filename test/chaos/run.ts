import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '@qsr/local-stack/stack';
import { createWorld } from '@qsr/seed';
import { audit, type Verdict } from './audit.ts';
import { adminOf } from './books.ts';
import { createSaboteur, type Saboteur } from './faults.ts';
import { createFloor, type Floor } from './floor.ts';
import { openKitchen } from './kitchen.ts';
import { marketOf } from './intentions.ts';
import type { ChaosOptions } from './options.ts';
import { planFaults } from './plan.ts';
import { createScarceOffers } from './scarce-offers.ts';
import { observe } from './truth.ts';
import { untilQuiet } from './quiet.ts';

/** How a run tells what it does. */
export interface ChaosReport {
  step(text: string): void;
  begun(checkouts: number, faults: number): void;
}

/** What a run may be given besides its options. `signal` ends the checkouts early; what was begun is still audited. */
export interface ChaosSetup {
  readonly report: ChaosReport;
  readonly signal?: AbortSignal;
  /** Leaves the data directory where it is. */
  readonly keep?: boolean;
}

/** Short limits, so that what is given up is given up while somebody watches. */
const limits = { PAYMENT_HORIZON_MS: '4000', CHECKOUT_LIMIT_MS: '20000' };

const shop = async (
  { floor, saboteur }: { floor: Floor; saboteur: Saboteur },
  { parallel, checkouts }: ChaosOptions,
  setup: ChaosSetup,
): Promise<number> => {
  let begun = 0;
  const serve = async (): Promise<void> => {
    while (begun < checkouts && setup.signal?.aborted !== true) {
      const index = begun;
      begun += 1;
      saboteur.advance(begun);
      setup.report.begun(begun, saboteur.count);
      await floor.serve(index);
    }
  };
  await Promise.all(Array.from({ length: parallel }, serve));
  return begun;
};

const withStack = async (stack: Stack, options: ChaosOptions, setup: ChaosSetup): Promise<Verdict> => {
  const { report } = setup;
  const world = createWorld({ anchor: stack.anchor, customers: options.customers });
  const market = marketOf(world, await createScarceOffers(stack, options));
  const before = await observe(stack);
  await using opened = new AsyncDisposableStack();
  opened.adopt(
    openKitchen(() => adminOf(stack, 'pos')),
    (kitchen) => kitchen.close(),
  );
  const saboteur = createSaboteur(stack, planFaults(options));
  const floor = createFloor(stack, { market, options });
  const begun = await shop({ floor, saboteur }, options, setup);
  report.step(`${begun} checkouts were begun; giving back what is unwanted, then mending ${saboteur.count} faults`);
  await floor.close();
  await saboteur.heal();
  report.step('waiting until nothing is open');
  const after = await untilQuiet(stack, { before, patienceMs: options.patienceMs, report });
  report.step('replaying calls, and reading the books');
  await floor.replay();
  return audit({
    before,
    after: await observe(stack),
    stillOpen: after,
    floor,
    begun,
    faults: saboteur.count,
    options,
  });
};

/** Runs checkouts through faults and audits what is left. Throws `Problem` when there is no stack to run them on. */
export const runChaos = async (options: ChaosOptions, setup: ChaosSetup): Promise<Verdict> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'chaos-'));
  setup.report.step(`starting a stack of ${options.customers} customers in ${dataDirectory}`);
  await using opened = new AsyncDisposableStack();
  if (setup.keep !== true) opened.defer(() => rm(dataDirectory, { recursive: true, force: true }));
  const stack = opened.use(
    await startStack({
      dataDirectory,
      customers: options.customers,
      roles: 'apart',
      posAutomaticMs: null,
      environment: { ...process.env, ...limits },
      // Later the signal ends the checkouts, not the stack: there is still something to audit.
      ...(setup.signal && { signal: setup.signal }),
    }),
  );
  const broken = stack.failed.then((problem) => Promise.reject(problem));
  return await Promise.race([withStack(stack, options, setup), broken]);
};
