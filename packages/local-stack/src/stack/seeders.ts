import { resolve } from 'node:path';
import { exists } from '../registry.ts';
import type { Seeder } from '../seeding/run.ts';
import type { StackSetup } from './options.ts';
import { storeVariable } from './plan.ts';

/** What a seed record calls a database: without credentials, and the same at every start. */
const storeName = (setup: StackSetup, subgraph: string): string => {
  const url = setup.stores[subgraph];
  if (url === undefined) return 'embedded';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
};

const ofSubgraphs = (setup: StackSetup, embeddedStore: string): readonly Seeder[] =>
  setup.subgraphs.map(({ name, folder }) => ({
    name,
    entry: resolve(folder, 'src/seed.ts'),
    arguments: [],
    environment: { ...setup.environment, [storeVariable(name)]: setup.stores[name] ?? embeddedStore },
    store: storeName(setup, name),
  }));

const ofLegacySystems = (setup: StackSetup): readonly Seeder[] =>
  ['loyalty', 'payment'].map((system) => ({
    name: `legacy-${system}`,
    entry: resolve(setup.root, 'packages/simulators/src/seed-main.ts'),
    arguments: ['--system', system, '--book', setup.data.book(`legacy-${system}`)],
    environment: setup.environment,
    store: 'embedded',
  }));

/**
 * Everything that can be seeded: systems that bring a seed program. The books go first: what a subgraph finds to be done
 * in its own seed it does at once, and a book that does not know the card yet would refuse it for good. Of the rest the
 * registry ends with the systems that hold most; they come next, so that none of them is left to run alone.
 */
export const allSeeders = async (setup: StackSetup, embeddedStore: string): Promise<readonly Seeder[]> => {
  const seeders = [...ofLegacySystems(setup), ...ofSubgraphs(setup, embeddedStore).toReversed()];
  const present = await Promise.all(seeders.map(({ entry }) => exists(entry)));
  return seeders.filter((_, index) => present[index]);
};
