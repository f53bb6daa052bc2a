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

const bookName = (system: string): string => `legacy-${system}`;

/**
 * Whose seed is worked on at once: a book that does not know the card yet would refuse it for good, and so it is filled
 * before.
 */
const booksNeeded: Readonly<Record<string, string>> = { loyalty: bookName('loyalty') };

const ofSubgraphs = (setup: StackSetup, embeddedStore: string): readonly Seeder[] =>
  setup.subgraphs.map(({ name, folder }) => ({
    name,
    entry: resolve(folder, 'src/seed.ts'),
    arguments: [],
    environment: { ...setup.environment, [storeVariable(name)]: setup.stores[name] ?? embeddedStore },
    store: storeName(setup, name),
    after: booksNeeded[name],
  }));

const ofLegacySystem = (setup: StackSetup, system: string): Seeder => ({
  name: bookName(system),
  entry: resolve(setup.root, 'packages/simulators/src/seed-main.ts'),
  arguments: ['--system', system, '--book', setup.data.book(bookName(system))],
  environment: setup.environment,
  store: 'embedded',
});

/**
 * Everything that can be seeded: systems that bring a seed program. First the book that another system waits for, last
 * the one that nobody does. The registry ends with the systems that hold most; they begin the rest, so that none of them
 * is left to run alone.
 */
export const allSeeders = async (setup: StackSetup, embeddedStore: string): Promise<readonly Seeder[]> => {
  const seeders = [
    ofLegacySystem(setup, 'loyalty'),
    ...ofSubgraphs(setup, embeddedStore).toReversed(),
    ofLegacySystem(setup, 'payment'),
  ];
  const present = await Promise.all(seeders.map(({ entry }) => exists(entry)));
  return seeders.filter((_, index) => present[index]);
};
