import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RegisteredSubgraph } from '../registry.ts';
import type { Program } from '../supervisor/child.ts';
import type { StackSetup } from './options.ts';

/** What a program is given besides what its kind always has. */
interface Details {
  readonly entry: string;
  readonly environment: NodeJS.ProcessEnv;
}

const program = ({ data }: StackSetup, name: string, details: Details): Program => ({
  name,
  ...details,
  log: data.log(name),
});

/** A simulated system, by the name of the part and of its entry. Its book is in the data directory. */
export const simulator = (
  setup: StackSetup,
  [name, entry]: readonly [name: string, entry: string],
  environment: NodeJS.ProcessEnv,
): Program =>
  program(setup, name, {
    entry: resolve(setup.root, 'packages/simulators/src', `${entry}-main.ts`),
    environment: { ...environment, ADMIN_PORT: '0', BOOK: setup.data.book(name) },
  });

/** A part that this package brings. */
export const ownPart = (setup: StackSetup, name: string, environment: NodeJS.ProcessEnv): Program =>
  program(setup, name, { entry: resolve(import.meta.dirname, '../parts', `${name}-main.ts`), environment });

/** Which process of a subgraph has which roles. The files tell what it does with events; see AGENTS.md. */
const rolesOf = ({ name, folder }: RegisteredSubgraph): ReadonlyMap<string, string> => {
  const publishes = globSync('src/events/publish*.ts', { cwd: folder }).length > 0;
  const consumes = globSync('src/events/consume.ts', { cwd: folder }).length > 0;
  return new Map([
    [name, 'api,jobs'],
    ...(publishes ? ([[`${name}-relay`, 'relay']] as const) : []),
    ...(consumes ? ([[`${name}-consumer`, 'consumer']] as const) : []),
  ]);
};

/** A subgraph: one process, or one for each of its roles that goes apart. */
export const subgraphPrograms = (
  setup: StackSetup,
  subgraph: RegisteredSubgraph,
  environment: NodeJS.ProcessEnv,
): readonly Program[] => {
  const { name, folder } = subgraph;
  const entry = resolve(folder, 'src/main.ts');
  if (setup.roles === 'together') return [program(setup, name, { entry, environment })];
  return [...rolesOf(subgraph)].map(([part, ROLES]) => ({
    ...program(setup, part, { entry, environment: { ...environment, ROLES } }),
    announces: name,
  }));
};
