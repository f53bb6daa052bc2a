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
 * Everything that can be seeded: systems that bring a seed program. The registry ends with the systems that hold most;
 * they go first, so that none of them is left to run alone, and the books last, for they do not wait for the store.
 */
export const allSeeders = async (setup: StackSetup, embeddedStore: string): Promise<readonly Seeder[]> => {
  const seeders = [...ofSubgraphs(setup, embeddedStore).toReversed(), ...ofLegacySystems(setup)];
  const present = await Promise.all(seeders.map(({ entry }) => exists(entry)));
  return seeders.filter((_, index) => present[index]);
};
