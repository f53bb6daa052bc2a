import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { installPeers } from './install.ts';
import { load } from './load.ts';
import { startPinned, type Pinned } from './processes.ts';
import { composeShop, operations } from './shop.ts';

const here = import.meta.dirname;
const GATEWAY_CORE = 0;
const LOAD_CORE = 1;

type Profile = keyof typeof operations;

interface Row {
  readonly profile: Profile;
  readonly gateway: string;
  readonly rps: number;
  readonly cpuMsPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly rssMiB: number;
  readonly sharing: boolean;
}

const {
  profile: profiles,
  rounds,
  seconds,
  connections,
  json,
} = new Command('bench')
  .description('Compares gateways on the standard federation benchmark, one core each, in interleaved rounds.')
  .argument('<what>', 'what to compare: gateway')
  .addOption(
    new Option('--profile <names...>', 'what is asked').choices(Object.keys(operations)).default(['heavy', 'small']),
  )
  .option('--rounds <n>', 'rounds; figures are medians', Number, 3)
  .option('--seconds <s>', 'length of a slice', Number, 10)
  .option('--connections <n>', 'requests under way', Number, 50)
  .option('--json <file>', 'writes the rows')
  .parse()
  .opts<{ profile: Profile[]; rounds: number; seconds: number; connections: number; json?: string }>();

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

const startGateways = async (supergraph: string, origin: string): Promise<Map<string, Pinned>> =>
  new Map([
    ['apollo', await startPinned(join(here, 'gateways/apollo-main.ts'), { core: GATEWAY_CORE, args: [supergraph] })],
    [
      'limit',
      await startPinned(join(here, 'gateways/limit-main.ts'), { core: GATEWAY_CORE, args: [origin, 'undici'] }),
    ],
    [
      'limit-sockets',
      await startPinned(join(here, 'gateways/limit-main.ts'), { core: GATEWAY_CORE, args: [origin, 'sockets'] }),
    ],
    ['hive', await startPinned(join(here, 'gateways/hive-main.ts'), { core: GATEWAY_CORE, args: [supergraph] })],
    [
      'hive-rust',
      await startPinned(join(here, 'gateways/hive-main.ts'), {
        core: GATEWAY_CORE,
        args: [supergraph],
        env: { HIVE_ROUTER_RUNTIME: 'true' },
      }),
    ],
    [
      'ours',
      await startPinned(resolve(here, '../../gateway/src/main.ts'), {
        core: GATEWAY_CORE,
        args: ['--supergraph', supergraph, '--port', '0'],
        env: { LOG_LEVEL: 'warn', GRAPHIQL: 'false', ISSUERS: '[]' },
      }),
    ],
  ]);

const askOnce = async (url: string, body: string): Promise<string> => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.text();
};

const measure = async (profile: Profile, gateways: ReadonlyMap<string, Pinned>): Promise<Row[]> => {
  const body = JSON.stringify({ query: operations[profile] });
  const expected = new Map<string, string>();
  for (const [name, { url }] of gateways) {
    expected.set(name, await askOnce(url, body));
    const { data } = JSON.parse(expected.get(name) ?? '') as { data: unknown };
    const { data: reference } = JSON.parse(expected.get('apollo') ?? '') as { data: unknown };
    if (JSON.stringify(data) !== JSON.stringify(reference))
      throw new Error(`${name} answers ${profile} otherwise than Apollo`);
  }
  const slices = new Map(
    [...gateways.keys()].map((name) => [name, [] as Omit<Row, 'profile' | 'gateway' | 'sharing'>[]]),
  );
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, gateway] of gateways) {
      const before = gateway.cpuMs();
      const ms = round < 0 ? 2_000 : seconds * 1_000;
      const { requests, elapsedMs, latenciesMs } = await load(gateway.url, {
        body,
        expected: expected.get(name) ?? '',
        connections,
        ms,
      });
      process.stderr.write(
        `${profile} round ${round + 1} of ${rounds}: ${name} ${Math.round((requests * 1000) / elapsedMs)}/s\n`,
      );
      if (round < 0) continue;
      slices.get(name)?.push({
        rps: (requests * 1000) / elapsedMs,
        cpuMsPerRequest: (gateway.cpuMs() - before) / requests,
        p50Ms: percentile(latenciesMs, 0.5),
        p99Ms: percentile(latenciesMs, 0.99),
        rssMiB: gateway.rssMiB(),
      });
    }
  }
  return [...slices].map(([gateway, all]) => {
    const of = (key: keyof (typeof all)[number]) => Number(median(all.map((slice) => slice[key])).toPrecision(4));
    return {
      profile,
      gateway,
      rps: of('rps'),
      cpuMsPerRequest: of('cpuMsPerRequest'),
      p50Ms: of('p50Ms'),
      p99Ms: of('p99Ms'),
      rssMiB: of('rssMiB'),
      sharing: false,
    };
  });
};

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const supergraph = join(folder, 'supergraph.graphql');
const subgraphs = await startPinned(join(here, 'subgraphs-main.ts'), { core: LOAD_CORE });
writeFileSync(supergraph, composeShop(subgraphs.url));
const gateways = await startGateways(supergraph, subgraphs.url);
const rows: Row[] = [];
try {
  for (const profile of profiles) rows.push(...(await measure(profile, gateways)));
  const withRatio = rows.map((row) => {
    const apollo = rows.find(({ profile, gateway }) => profile === row.profile && gateway === 'apollo');
    return { ...row, times: Number(((apollo?.cpuMsPerRequest ?? NaN) / row.cpuMsPerRequest).toFixed(2)) };
  });
  process.stdout.write(`${JSON.stringify(withRatio, null, 1)}\n`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  for (const child of [...gateways.values(), subgraphs]) await child.stop();
  rmSync(folder, { recursive: true });
}
