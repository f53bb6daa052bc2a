import { resolve } from 'node:path';

/** Where one local stack keeps everything it writes. */
export interface DataDirectory {
  readonly root: string;
  /** Which process runs on this directory, and where its parts listen; see `running.ts`. */
  readonly stackFile: string;
  /** What was seeded; see `seeding/record.ts`. */
  readonly seedFile: string;
  readonly store: string;
  readonly bus: string;
  readonly keys: string;
  readonly tabs: string;
  readonly logs: string;
  /** What clients asked of the gateway. */
  readonly usage: string;
  log(name: string): string;
  book(system: string): string;
}

export const dataDirectory = (path: string): DataDirectory => {
  const root = resolve(path);
  return {
    root,
    stackFile: resolve(root, 'stack.json'),
    seedFile: resolve(root, 'seed.json'),
    store: resolve(root, 'dynamodb'),
    bus: resolve(root, 'bus'),
    keys: resolve(root, 'identity-provider.json'),
    tabs: resolve(root, 'graphiql-tabs.json'),
    logs: resolve(root, 'logs'),
    usage: resolve(root, 'usage'),
    log: (name) => resolve(root, 'logs', `${name}.log`),
    book: (system) => resolve(root, `${system}.sqlite`),
  };
};
