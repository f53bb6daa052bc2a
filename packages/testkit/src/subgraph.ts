import { createCommandClient, type CommandContract } from '@qsr/commands';
import { createViewerSigner, type Viewer } from '@qsr/identity';
import { serveSubgraph, type Calls, type RequestScope, type SubgraphDefinition } from '@qsr/subgraph';
import { createLogger } from '@qsr/telemetry';
import { guestViewer } from './viewers.ts';

const viewerSecrets = ['a-secret-that-only-tests-ever-use-0001'];

/** Signs commands between subgraphs under test. */
export const commandSecrets = ['a-secret-that-only-tests-ever-use-0002'];

/** An answer of a subgraph. `data` is as untyped as it is on the wire. */
export interface Answer {
  readonly status: number;
  // Untyped on purpose: a test reads what it expects and fails on anything else.
  readonly data: any;
  readonly errors?: ReadonlyArray<{
    readonly message: string;
    readonly path?: ReadonlyArray<string | number>;
    readonly extensions: { readonly code: string };
  }>;
  readonly extensions?: { readonly calls: Calls };
}

/** Who asks, with which variables. The answer carries `extensions.calls` always. */
export interface Asking {
  readonly viewer?: Viewer;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A subgraph under test behind its real server. */
export interface SubgraphUnderTest extends AsyncDisposable {
  readonly url: string;
  /** Asks as the gateway would, for the viewer. */
  ask(query: string, asking?: Asking): Promise<Answer>;
  /** Asks for entities by their representations, as a query plan would. */
  entities(representations: readonly object[], selection: string, asking?: Asking): Promise<Answer>;
  /** Commands as another service would, under a key. */
  command<Input, Output>(contract: CommandContract<Input, Output>, input: Input, key?: string): Promise<Output>;
}

/** Serves a subgraph on a free port, without its workers: a test runs them step by step. `now` sets its clock. */
export const startSubgraph = async <Context extends RequestScope>(
  definition: SubgraphDefinition<Context>,
  now?: () => Date,
): Promise<SubgraphUnderTest> => {
  const log = createLogger(definition.name, 'silent');
  const clock = now === undefined ? {} : { now };
  const service = await serveSubgraph(definition, {
    host: '127.0.0.1',
    port: 0,
    viewerSecrets,
    commandSecrets,
    roles: ['api'],
    log,
    ...clock,
  });
  const commands = createCommandClient({
    url: new URL(service.url).origin,
    service: definition.name,
    caller: 'test',
    secrets: commandSecrets,
    // A busy machine is no fault of what is tested; and one late answer would open the breaker for the tests after it.
    timeoutMs: 20_000,
  });
  const sign = createViewerSigner({ secrets: viewerSecrets, ttlMs: 60_000 });
  const ask = async (query: string, { viewer = guestViewer, variables = {}, headers = {} }: Asking = {}) => {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-viewer': sign({ viewer, trace: true }), ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  return {
    url: service.url,
    ask,
    entities: (representations, selection, asking = {}) =>
      ask(`query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`, {
        ...asking,
        variables: { ...asking.variables, representations },
      }),
    command: (contract, input, key = 'test') => commands.send(contract, input, { key }),
    [Symbol.asyncDispose]: async () => {
      await commands.close();
      await service.drain();
    },
  };
};
