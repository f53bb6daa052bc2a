import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@qsr/local-stack/free-port';
import type { Gateway, Setting } from './gateways.ts';
import { urlOf } from './graphs/graph.ts';
import { home } from './graphs/home.ts';
import type { Command } from './processes.ts';

/** Routers in other languages: measured where a variable points to their binary. */

type Configure = (binary: string, setting: Setting, port: number) => Command;

/** Their configuration is YAML, of which JSON is a part. */
const writeConfig = (folder: string, name: string, config: object): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(config));
  return path;
};

const hiveRouter: Configure = (binary, { supergraph, folder, profile: { sharing } }, port) => {
  const config = writeConfig(folder, 'hive-router.yaml', {
    supergraph: { source: 'file', path: supergraph },
    http: { host: '127.0.0.1', port },
    log: { level: 'error' },
    traffic_shaping: { router: { dedupe: { enabled: sharing } }, all: { dedupe_enabled: sharing } },
  });
  return { argv: [binary], env: { ROUTER_CONFIG_FILE_PATH: config }, url: `http://127.0.0.1:${port}/graphql` };
};

const apolloRouter: Configure = (binary, { supergraph, folder, profile: { sharing } }, port) => {
  const config = writeConfig(folder, 'apollo-router.yaml', {
    supergraph: { listen: `127.0.0.1:${port}`, path: '/graphql' },
    health_check: { enabled: false },
    traffic_shaping: { all: { deduplicate_query: sharing } },
  });
  return {
    argv: [binary, '--supergraph', supergraph, '--config', config, '--log', 'error'],
    url: `http://127.0.0.1:${port}/graphql`,
  };
};

/** Cosmo's router does not read supergraphs: its own tool composes what it reads, but refuses `@listSize` as our graph has it. */
const composeForCosmo = ({ folder, origin, profile }: Setting): string => {
  const subgraphs = Object.entries(profile.graph.subgraphs).map(([name, sdl]) => {
    const file = join(folder, `${name}.graphql`);
    writeFileSync(file, sdl);
    return { name, routing_url: urlOf(origin, name), schema: { file } };
  });
  const input = writeConfig(folder, 'cosmo-graph.yaml', { version: 1, subgraphs });
  const output = join(folder, 'cosmo-execution.json');
  const wgc = ['--yes', 'wgc@0.112.7', 'router', 'compose', '--input', input, '--out', output];
  execFileSync('npx', wgc, { stdio: ['ignore', 'ignore', 'inherit'] });
  return output;
};

const cosmoRouter: Configure = (binary, setting, port) => ({
  argv: [binary],
  env: {
    LISTEN_ADDR: `127.0.0.1:${port}`,
    LOG_LEVEL: 'error',
    EXECUTION_CONFIG_FILE_PATH: composeForCosmo(setting),
    ENGINE_ENABLE_SINGLE_FLIGHT: String(setting.profile.sharing),
    GRAPHQL_METRICS_ENABLED: 'false',
    METRICS_OTLP_ENABLED: 'false',
    PROMETHEUS_ENABLED: 'false',
    TRACING_ENABLED: 'false',
  },
  url: `http://127.0.0.1:${port}/graphql`,
});

interface Router extends Pick<Gateway, 'name' | 'runs'> {
  readonly variable: string;
  readonly configure: Configure;
}

const known: readonly Router[] = [
  { name: 'hive-router', runs: () => true, variable: 'HIVE_ROUTER_BIN', configure: hiveRouter },
  { name: 'apollo-router', runs: () => true, variable: 'APOLLO_ROUTER_BIN', configure: apolloRouter },
  { name: 'cosmo-router', runs: ({ graph }) => graph !== home, variable: 'COSMO_ROUTER_BIN', configure: cosmoRouter },
];

/** Those that are here. */
export const routers = (): readonly Gateway[] =>
  known.flatMap(({ name, runs, variable, configure }) => {
    const binary = process.env[variable];
    if (binary === undefined) return [];
    return [{ name, runs, command: async (setting: Setting) => configure(binary, setting, await freePort()) }];
  });
