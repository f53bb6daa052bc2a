import type { DataDirectory } from '../data-directory.ts';
import { Problem } from '../problem.ts';
import { claim, readHolder, readRunningStack } from '../running.ts';
import { readSeedRecord, type SeedRecord } from '../seeding/record.ts';
import { Seeding, unfilled, type Seeder } from '../seeding/run.ts';
import { embeddedStore, planStack } from '../stack/plan.ts';
import { setUp, type StackOptions, type StackSetup } from '../stack/options.ts';
import { Proxies } from '../stack/proxies.ts';
import { allSeeders } from '../stack/seeders.ts';
import { Supervisor } from '../supervisor/supervisor.ts';
import { print, printedReport } from './output.ts';

/** Rejects at the first signal that asks to stop. */
const interruption = (): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void =>
      reject(new Problem('Interrupted. What was written stays; the next seed or start writes the rest.'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  });

/** A seed of as many customers that was cut off is taken up; else every system is written again. */
const recordToFill = async ({ customers, data }: StackSetup, seeders: readonly Seeder[]): Promise<SeedRecord> => {
  const before = await readSeedRecord(data, customers);
  const cutOff = before.customers === customers && unfilled(before, seeders).length > 0;
  return cutOff ? before : { ...before, customers, systems: {} };
};

const seedInto = async (setup: StackSetup, store: string): Promise<void> => {
  const { customers, data } = setup;
  const report = printedReport();
  const all = await allSeeders(setup, store);
  const record = await recordToFill(setup, all);
  const seeders = unfilled(record, all);
  const seeding = new Seeding(data, record);
  report.step(`seeding ${customers} customers into ${seeders.length} systems, dated ${record.anchor}`);
  const written = seeding.run(seeders, (done, total) => report.seeded(done, total));
  await Promise.race([written, interruption()]).finally(() => seeding.stop());
  print(`Seeded ${customers} customers.`);
};

/** Nobody runs on the directory: the embedded store is started for as long as it takes. */
const seedStopped = async (setup: StackSetup): Promise<void> => {
  await using opened = new AsyncDisposableStack();
  opened.adopt(await claim(setup.data), (held) => held.release());
  const proxies = opened.adopt(await Proxies.open(setup), (open) => open.close());
  const supervisor = opened.adopt(new Supervisor(), (running) => running.stop());
  const programs = planStack(setup, proxies).foundations.filter(({ name }) => name === 'store');
  for (const child of supervisor.start(programs)) proxies.forward(child.program.name, await child.listening);
  await seedInto(setup, embeddedStore(proxies));
};

/**
 * Writes the seed of so many customers over what is there. The embedded store belongs to one process at a time, so
 * that a running stack is written through it.
 */
export const seed = async (data: DataDirectory, options: StackOptions): Promise<void> => {
  const setup = await setUp(options);
  if ((await readHolder(data)) === null) await seedStopped(setup);
  else await seedInto(setup, (await readRunningStack(data)).store);
};
