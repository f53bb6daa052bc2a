import { join, resolve } from 'node:path';
import type { Profile } from './profiles.ts';
import { nodeCommand, type Command } from './processes.ts';
import { routers } from './routers.ts';

/** What a gateway is started with. */
export interface Setting {
  readonly profile: Profile;
  /** Path of the supergraph file. */
  readonly supergraph: string;
  /** Where the subgraphs are, without a path. */
  readonly origin: string;
  /** A folder for files that it needs. */
  readonly folder: string;
}

/** Something to measure. */
export interface Gateway {
  readonly name: string;
  /** Whether it has a part in this profile. */
  runs(profile: Profile): boolean;
  command(setting: Setting): Command | Promise<Command>;
}

const startFile = (name: string): string => join(import.meta.dirname, 'gateways', name);
const share = ({ sharing }: Profile): Record<string, string> => ({ SHARE_IN_FLIGHT: String(sharing) });

/** Whose answers are right. */
export const apollo: Gateway = {
  name: 'apollo',
  runs: ({ sharing }) => !sharing,
  command: ({ supergraph }) => nodeCommand(startFile('apollo-main.ts'), [supergraph]),
};

const hive = (name: string, env: Readonly<Record<string, string>>): Gateway => ({
  name,
  runs: () => true,
  command: ({ supergraph, profile }) =>
    nodeCommand(startFile('hive-main.ts'), [supergraph], { ...env, ...share(profile), LOG_LEVEL: 'error' }),
});

const limit = (name: string, client: 'undici' | 'gateway' | 'sockets'): Gateway => ({
  name,
  runs: ({ sharing, name: profile }) => !sharing && profile !== 'home',
  command: ({ origin }) => nodeCommand(startFile('limit-main.ts'), [origin, client]),
});

/** Ours, with more arguments. */
export const oursWith = (name: string, args: readonly string[] = []): Gateway => ({
  name,
  runs: () => true,
  command: ({ supergraph, profile }) =>
    nodeCommand(
      resolve(import.meta.dirname, '../../gateway/src/main.ts'),
      ['--supergraph', supergraph, '--port', '0', ...args],
      { ...share(profile), LOG_LEVEL: 'warn', GRAPHIQL: 'false', ISSUERS: '[]' },
    ),
});

/** All that can be measured here. */
export const gateways: readonly Gateway[] = [
  apollo,
  hive('hive', {}),
  hive('hive-rust', { HIVE_ROUTER_RUNTIME: 'true' }),
  ...routers(),
  limit('limit', 'gateway'),
  limit('limit-undici', 'undici'),
  limit('limit-sockets', 'sockets'),
  oursWith('ours'),
];
