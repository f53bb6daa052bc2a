import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Program } from '../supervisor/child.ts';
import { issuersVariable } from '../tokens/issuers.ts';
import type { StackSetup } from './options.ts';
import { ownPart, simulator, subgraphPrograms } from './programs.ts';
import type { Proxies } from './proxies.ts';

/** The programs of a stack, each pointed at the proxies of the parts it calls. */
export interface Plan {
  /** Nothing of ours before them: databases, bus, identity, simulated systems. */
  readonly foundations: readonly Program[];
  readonly subgraphs: readonly Program[];
  readonly gateway: Program;
}

const secret = (): string => randomBytes(12).toString('base64url');
const longSecret = (): string => randomBytes(48).toString('base64url');

/** Captured payments settle nightly in production; here a refund should not have to wait for that. */
const settleEveryMs = '5000';

/** The store URL of subgraphs that bring no database of their own. */
export const embeddedStore = (proxies: Proxies): string => `dynamodb+http://${proxies.address('store')}/local`;

/** The bus URL of everything that has to do with events. */
export const busUrl = (proxies: Proxies): string => `sns+http://${proxies.address('bus')}/local`;

const variablePrefix = (subgraph: string): string => subgraph.toUpperCase().replaceAll('-', '_');

/** The variable that names a subgraph's store, for example `PROFILE_STORE`. */
export const storeVariable = (subgraph: string): string => `${variablePrefix(subgraph)}_STORE`;

const throughProxy = (url: string, address: string): string => {
  const through = new URL(url);
  through.host = address;
  return through.href;
};

const sharedEnvironment = (setup: StackSetup, proxies: Proxies): NodeJS.ProcessEnv => ({
  LOG_LEVEL: 'warn',
  DRAIN_MS: '3000',
  ...setup.environment,
  PORT: '0',
  APOLLO_TELEMETRY_DISABLED: '1',
  // Also when there is none: a variable of this process must not lead the parts around the proxy.
  REDIS_URL: setup.redisUrl === undefined ? undefined : throughProxy(setup.redisUrl, proxies.address('redis')),
  VIEWER_SECRETS: longSecret(),
});

/** `user:secret` of each simulated system, as it and its clients know it. */
const credentials = () => ({ loyalty: `local:${secret()}`, payment: `local:${secret()}`, pos: `local:${secret()}` });

type Credentials = ReturnType<typeof credentials>;

const foundations = (setup: StackSetup, shared: NodeJS.ProcessEnv, known: Credentials): readonly Program[] => [
  ownPart(setup, 'store', { ...shared, STORE_PATH: setup.data.store }),
  ownPart(setup, 'bus', { ...shared, BUS_PATH: setup.data.bus }),
  ownPart(setup, 'identity-provider', { ...shared, KEYS_FILE: setup.data.keys }),
  simulator(setup, ['legacy-loyalty', 'loyalty'], { ...shared, CREDENTIALS: known.loyalty, MODE: setup.loyaltyMode }),
  simulator(setup, ['legacy-payment', 'payment'], {
    ...shared,
    CREDENTIALS: known.payment,
    MODE: setup.paymentMode,
    SETTLE_EVERY_MS: settleEveryMs,
  }),
  simulator(setup, ['pos', 'pos'], {
    ...shared,
    CREDENTIALS: known.pos,
    AUTOMATIC_MS: setup.posAutomaticMs === null ? undefined : String(setup.posAutomaticMs),
  }),
];

/** What subgraphs call besides their stores. Each reads of it what it needs. */
const calledBySubgraphs = (setup: StackSetup, proxies: Proxies, known: Credentials): NodeJS.ProcessEnv => ({
  LEGACY_LOYALTY_URL: `http://${proxies.address('legacy-loyalty')}/rest/26.6`,
  LEGACY_LOYALTY_CREDENTIALS: known.loyalty,
  LEGACY_LOYALTY_MERCHANT_ID: '101',
  LEGACY_LOYALTY_MODE: setup.loyaltyMode,
  LEGACY_PAYMENT_URL: `http://${proxies.address('legacy-payment')}/cardconnect/rest`,
  LEGACY_PAYMENT_CREDENTIALS: known.payment,
  LEGACY_PAYMENT_MERCHANT_ID: '101',
  LEGACY_PAYMENT_MODE: setup.paymentMode,
  POS_URL: `http://${proxies.address('pos')}/pos`,
  POS_CREDENTIALS: known.pos,
  ...Object.fromEntries(
    setup.subgraphs.map(({ name }) => [`${variablePrefix(name)}_URL`, `http://${proxies.address(name)}`]),
  ),
  BUS_URL: busUrl(proxies),
  COMMAND_SECRETS: longSecret(),
  MEMBER_CODE_SECRETS: longSecret(),
});

const gateway = (setup: StackSetup, proxies: Proxies, environment: NodeJS.ProcessEnv): Program => ({
  name: 'gateway',
  entry: resolve(setup.root, 'gateway/src/main.ts'),
  environment: {
    TRACE_CALLS: 'everyone',
    ...environment,
    PORT: String(setup.port),
    SUPERGRAPH: resolve(setup.root, 'supergraph.graphql'),
    SUBGRAPH_URLS: setup.subgraphs.map(({ name, path }) => `${name}=http://${proxies.address(name)}${path}`).join(','),
    ISSUERS: issuersVariable(`http://${proxies.address('identity-provider')}`),
    USAGE_DIR: setup.data.usage,
    GRAPHIQL: 'true',
    GRAPHIQL_TABS: setup.data.tabs,
  },
  log: setup.data.log('gateway'),
});

/** Secrets are new with every start: nothing that uses them outlives it. */
export const planStack = (setup: StackSetup, proxies: Proxies): Plan => {
  const shared = sharedEnvironment(setup, proxies);
  const known = credentials();
  const called = calledBySubgraphs(setup, proxies, known);
  return {
    foundations: foundations(setup, shared, known),
    subgraphs: setup.subgraphs.flatMap((subgraph) =>
      subgraphPrograms(setup, subgraph, {
        ...shared,
        ...called,
        [storeVariable(subgraph.name)]: setup.stores[subgraph.name] ?? embeddedStore(proxies),
      }),
    ),
    gateway: gateway(setup, proxies, shared),
  };
};
