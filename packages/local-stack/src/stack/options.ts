import { resolve } from 'node:path';
import { dataDirectory, type DataDirectory } from '../data-directory.ts';
import { readRegistry, type RegisteredSubgraph } from '../registry.ts';
import { repositoryRoot } from '../repository-root.ts';
import { withCompileCache } from './compile-cache.ts';

/** How a stack tells what it does. `seeded` counts customers, summed over all systems. */
export interface StackReport {
  step(text: string): void;
  seeded(done: number, total: number): void;
}

/** Everything has a default: a stack of this repository on a free port, with its data in `.data`. */
export interface StackOptions {
  /** The repository whose `supergraph.yaml` and services are run. */
  readonly root?: string;
  readonly dataDirectory?: string;
  /** Of the gateway; 0, the default, lets the system choose. */
  readonly port?: number;
  /** How many customers a first start seeds. */
  readonly customers?: number;
  /** Databases of subgraphs that do not use the embedded one, by name, as store URLs. */
  readonly stores?: Readonly<Record<string, string>>;
  readonly redisUrl?: string | undefined;
  readonly loyaltyMode?: 'bulk' | 'fanout';
  readonly paymentMode?: 'bulk' | 'single';
  /** `apart`: what relays and consumes events of a subgraph runs beside it, as processes of its own. */
  readonly roles?: 'together' | 'apart';
  /** In ms: an order is completed within that time after the restaurant got it; null: by the admin port alone. */
  readonly posAutomaticMs?: number | null;
  /** Passed on to every part, under what the stack sets itself; default: this process's environment. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly report?: StackReport;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
}

/** What a stack is made of, once its options are complete. */
export interface StackSetup extends Required<Omit<StackOptions, 'dataDirectory' | 'report' | 'signal'>> {
  readonly data: DataDirectory;
  readonly subgraphs: readonly RegisteredSubgraph[];
}

/** Completes options. Throws `Problem` when the registry cannot be read. */
export const setUp = async (options: StackOptions): Promise<StackSetup> => {
  const root = options.root ?? repositoryRoot;
  return {
    root,
    data: dataDirectory(options.dataDirectory ?? resolve(root, '.data')),
    port: options.port ?? 0,
    customers: options.customers ?? 1_000,
    subgraphs: await readRegistry(root),
    stores: options.stores ?? {},
    redisUrl: options.redisUrl,
    loyaltyMode: options.loyaltyMode ?? 'bulk',
    paymentMode: options.paymentMode ?? 'bulk',
    roles: options.roles ?? 'together',
    posAutomaticMs: options.posAutomaticMs === undefined ? 25_000 : options.posAutomaticMs,
    environment: withCompileCache(options.environment ?? process.env),
  };
};
