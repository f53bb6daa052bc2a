import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Release } from '@qsr/artifact';
import type { UsageRecorder } from '@qsr/usage';
import type { FastifyInstance } from 'fastify';
import { createApolloServer } from '../apollo-server.ts';
import { createFederation, type Federation } from '../federation.ts';
import { createApolloContext, type ContextOf } from '../http/context.ts';
import type { Handler } from '../http/drain.ts';
import type { GatewayOptions } from '../server.ts';
import { createPublicity } from '../sharing/publicity.ts';
import { createSharing, type Sharing } from '../sharing/sharing.ts';
import { breathe } from './breathe.ts';
import { readSupergraph } from '../supergraph/load.ts';

/** What all editions of a gateway have in common. */
export interface EditionParts {
  readonly options: GatewayOptions;
  /** Where supergraphs come from, for messages. */
  readonly name: string;
  readonly contextOf: ContextOf;
  /** Absent: nothing is recorded. */
  readonly usage: UsageRecorder | undefined;
  readonly app: () => FastifyInstance;
}

type Apollo = ReturnType<typeof createApolloServer>;
type Parts = Awaited<ReturnType<typeof createParts>>;

const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

/** What the planner holds against a supergraph, without the excerpts of the file that follow. */
const firstComplaint = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^.* Caused by:\n/, '')
    .split('\n', 1)
    .join();
};

const createParts = async (release: Release, { options, name, usage }: EditionParts) => {
  const { conformance, log } = options;
  const supergraph = readSupergraph(release.sdl, name);
  await breathe();
  const sharing = options.shareInFlight ? createSharing(createPublicity(supergraph)) : undefined;
  const federation = createFederation({
    supergraph,
    subgraphUrls: options.subgraphUrls,
    timeoutMs: options.subgraphTimeoutMs,
    client: options.subgraphClient,
    requestDeadlineMs: options.requestDeadlineMs,
    maxResponseBytes: MAX_RESPONSE_BYTES,
    planner: options.planner,
    sharing,
    protect: !conformance,
    log,
  });
  const apollo = createApolloServer({
    gateway: federation.gateway,
    introspection: options.introspection || conformance,
    protect: !conformance,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    usage,
    log,
  });
  return { federation, apollo, sharing };
};

/**
 * One schema while it is served, with everything that was made from it: plans, known operations, decisions, what requests
 * share, connections. When another schema follows, the requests that began with this one end with it, and then all of it goes.
 */
export class Edition {
  readonly release: Release;
  readonly admissions: Federation['admissions'];
  readonly execute: Federation['execute'];
  /** Absent: each request is run by itself. */
  readonly sharing: Sharing | undefined;
  /** Lets Apollo Server answer. */
  readonly answer: Handler;
  readonly #apollo: Apollo;
  readonly #federation: Federation;
  #inFlight = 0;
  #announceIdle = (): void => undefined;

  private constructor(release: Release, parts: Parts, { options, contextOf, app }: EditionParts) {
    this.release = release;
    this.#apollo = parts.apollo;
    this.#federation = parts.federation;
    this.admissions = parts.federation.admissions;
    this.execute = parts.federation.execute;
    this.sharing = parts.sharing;
    const graphql = fastifyApolloHandler(parts.apollo, { context: createApolloContext(contextOf, options.log) });
    this.answer = (request, reply) => Promise.resolve(graphql.call(app(), request, reply));
  }

  /** Rejects with an `Error` when the supergraph cannot be served. */
  static async create(release: Release, common: EditionParts): Promise<Edition> {
    const parts = await createParts(release, common);
    try {
      await parts.apollo.start();
    } catch (cause) {
      await parts.federation.close();
      throw new Error(`the supergraph ${common.name} cannot be served: ${firstComplaint(cause)}`, { cause });
    }
    return new Edition(release, parts, common);
  }

  /** Makes `close` wait until `leave`. */
  enter(): void {
    this.#inFlight += 1;
  }

  leave(): void {
    this.#inFlight -= 1;
    if (this.#inFlight === 0) this.#announceIdle();
  }

  /** Ends it after the last request that entered. Nothing new may be begun. */
  async close(): Promise<void> {
    if (this.#inFlight > 0) {
      await new Promise<void>((resolve) => {
        this.#announceIdle = resolve;
      });
    }
    await this.#apollo.stop();
    await this.#federation.close();
  }
}
