import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ApolloGateway } from '@apollo/gateway';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readSupergraph } from '../../gateway/src/supergraph/load.ts';
import { freePort } from '../../packages/local-stack/src/services/free-port.ts';
import { installPeers } from '../bench/install.ts';
import { configured, root, supergraph, temporaryFolder } from './support.ts';

const run = promisify(execFile);
const hiveFolder = join(root, 'test/bench/peers');
const cosmoFolder = join(import.meta.dirname, 'peers');
const quiet = { ...process.env, DO_NOT_TRACK: '1', COSMO_TELEMETRY_DISABLED: 'true', NO_COLOR: '1' };

beforeAll(() => {
  installPeers(hiveFolder);
  installPeers(cosmoFolder);
});

const loadInApollo = async (supergraphSdl: string) => {
  const gateway = new ApolloGateway({ supergraphSdl });
  onTestFinished(() => gateway.stop());
  return (await gateway.load()).schema;
};

describe('@apollo/gateway', () => {
  it('refuses what it cannot enforce: the directives of authorisation', async () => {
    await expect(loadInApollo(readFileSync(supergraph, 'utf8'))).rejects.toThrow(
      /requiresScopes.*for: SECURITY|feature https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes)/s,
    );
  });

  it('loads the same graph without them, as our own gateway strips it', async () => {
    const { sdl } = readSupergraph(readFileSync(supergraph, 'utf8'), supergraph);
    const schema = await loadInApollo(sdl);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('me');
    expect(schema.getType('LoyaltyAccount')).toBeDefined();
  });
});

/** Runs Hive Gateway until the test is over, and returns where it listens. */
const startHive = async (): Promise<string> => {
  const port = await freePort();
  const bin = join(hiveFolder, 'node_modules/@graphql-hive/gateway/dist/bin.js');
  const options = ['--host', '127.0.0.1', '--port', String(port), '--fork', '1'];
  const server = spawn(process.execPath, [bin, 'supergraph', supergraph, ...options], {
    cwd: temporaryFolder(),
    env: quiet,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  });
  const lines: string[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    for await (const line of createInterface(stream)) {
      lines.push(line);
      if (line.includes('Listening on')) return `http://127.0.0.1:${port}/graphql`;
    }
  }
  throw new Error(`Hive Gateway ended:\n${lines.join('\n')}`);
};

it('Hive Gateway serves it unchanged', async () => {
  const response = await fetch(await startHive(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __type(name: "LoyaltyAccount") { fields { name } } }' }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  expect(data.__type.fields).toContainEqual({ name: 'ledger' });
});

it('wgc router compose takes our subgraphs', async () => {
  const folder = temporaryFolder();
  const subgraphs = configured().map(({ name, routingUrl, file }) => ({
    name,
    routing_url: routingUrl,
    schema: { file },
  }));
  writeFileSync(join(folder, 'graph.yaml'), JSON.stringify({ version: 1, subgraphs }));
  const wgc = join(cosmoFolder, 'node_modules/wgc/dist/src/index.js');
  await run(process.execPath, [wgc, 'router', 'compose', '-i', 'graph.yaml', '-o', 'router.json'], {
    cwd: folder,
    env: quiet,
  });
  const config = JSON.parse(readFileSync(join(folder, 'router.json'), 'utf8'));
  expect(config.subgraphs.map(({ name }: any) => name)).toStrictEqual(configured().map(({ name }) => name));
  expect(config.engineConfig.graphqlClientSchema ?? config.engineConfig.graphqlSchema).toContain('type LoyaltyAccount');
});
