import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Program } from '../supervisor/child.ts';
import { issuersVariable } from '../tokens/issuers.ts';
import type { StackSetup } from './options.ts';
import type { Proxies } from './proxies.ts';

/** The programs of a stack, each pointed at the proxies of the parts it calls. */
export interface Plan {
  /** Nothing of ours before them: databases, identity, legacy systems. */
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

/** The variable that names a subgraph's store, for example `PROFILE_STORE`. */
export const storeVariable = (subgraph: string): string => `${subgraph.toUpperCase().replaceAll('-', '_')}_STORE`;

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
});

const integration = (): string => `local:${secret()}`;

const simulator = (setup: StackSetup, system: 'loyalty' | 'payment', environment: NodeJS.ProcessEnv): Program => ({
  name: `legacy-${system}`,
  entry: resolve(setup.root, 'packages/simulators/src', `${system}-main.ts`),
  environment: { ...environment, ADMIN_PORT: '0', BOOK: setup.data.book(`legacy-${system}`) },
  log: setup.data.log(`legacy-${system}`),
});

const ownPart = (setup: StackSetup, name: string, environment: NodeJS.ProcessEnv): Program => ({
  name,
  entry: resolve(import.meta.dirname, '../parts', `${name}-main.ts`),
  environment,
  log: setup.data.log(name),
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
    GRAPHIQL: 'true',
    GRAPHIQL_TABS: setup.data.tabs,
  },
  log: setup.data.log('gateway'),
});

/** Secrets are new with every start: nothing that uses them outlives it. */
export const planStack = (setup: StackSetup, proxies: Proxies): Plan => {
  const shared = { ...sharedEnvironment(setup, proxies), VIEWER_SECRETS: longSecret() };
  const loyalty = integration();
  const payment = integration();
  const legacy = {
    LEGACY_LOYALTY_URL: `http://${proxies.address('legacy-loyalty')}/rest/26.6`,
    LEGACY_LOYALTY_CREDENTIALS: loyalty,
    LEGACY_LOYALTY_MERCHANT_ID: '101',
    LEGACY_LOYALTY_MODE: setup.loyaltyMode,
    LEGACY_PAYMENT_URL: `http://${proxies.address('legacy-payment')}/cardconnect/rest`,
    LEGACY_PAYMENT_CREDENTIALS: payment,
    LEGACY_PAYMENT_MERCHANT_ID: '101',
    LEGACY_PAYMENT_MODE: setup.paymentMode,
    MEMBER_CODE_SECRETS: longSecret(),
  };
  return {
    foundations: [
      ownPart(setup, 'store', { ...shared, STORE_PATH: setup.data.store }),
      ownPart(setup, 'identity-provider', { ...shared, KEYS_FILE: setup.data.keys }),
      simulator(setup, 'loyalty', { ...shared, CREDENTIALS: loyalty, MODE: setup.loyaltyMode }),
      simulator(setup, 'payment', {
        ...shared,
        CREDENTIALS: payment,
        MODE: setup.paymentMode,
        SETTLE_EVERY_MS: settleEveryMs,
      }),
    ],
    subgraphs: setup.subgraphs.map(({ name, folder }) => ({
      name,
      entry: resolve(folder, 'src/main.ts'),
      environment: { ...shared, ...legacy, [storeVariable(name)]: setup.stores[name] ?? embeddedStore(proxies) },
      log: setup.data.log(name),
    })),
    gateway: gateway(setup, proxies, shared),
  };
};
