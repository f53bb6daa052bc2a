import type { LoyaltyClient, LoyaltyWrites } from '@qsr/legacy';
import type { StoreSession, Table } from '@qsr/store';
import type { Background, RequestScope } from '@qsr/subgraph';
import { claimsTable, type ClaimItem } from '@qsr/subgraph/writing';
import type { EnrolParts } from './commands/enrol-account.ts';
import type { MemberCodes } from './domain/member-codes.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { legacyPoints, type LegacyPoints, type PointsPolicy } from './posting/parts.ts';
import type { Pipeline } from './posting/pipeline.ts';
import type { Balances } from './repository/balances.ts';
import { createRepositories, type Repositories } from './repository/index.ts';

/** What the parts of one process are to each of its requests. */
interface Process {
  readonly memberCodes: MemberCodes;
  readonly policy: PointsPolicy;
  /** Of the process: it goes on after the answer. */
  readonly pipeline: Pipeline;
  readonly background: Background['run'];
  /** Of the process: an enrolment goes on after the answer. */
  readonly enrolling: EnrolParts;
  /** Wakes the job that posts, if it runs in this process. */
  readonly nudge: () => void;
}

/** What the resolvers and commands of one request share. */
export interface Context extends RequestScope, Process {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** The legacy system under the request's deadline. */
  readonly legacy: LegacyPoints;
  /** Members as the legacy system knows them. */
  readonly members: Pick<LoyaltyWrites, 'findByCard'>;
  /** Who carries out a mutation that brings something into being. */
  readonly claims: Table<ClaimItem>;
}

/** What all requests share. */
export interface Shared extends Process {
  readonly balances: Balances;
  readonly client: LoyaltyClient;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (
  scope: RequestScope,
  session: StoreSession,
  { balances, client, ...process }: Shared,
): Context => {
  const repositories = createRepositories(session);
  const onCall = (endpoint: string) => scope.calls.legacy('loyalty', endpoint);
  const calling = { signal: scope.signal, onCall };
  return {
    ...scope,
    ...process,
    repositories,
    loaders: createLoaders(repositories, balances.session(scope, repositories.snapshots)),
    legacy: legacyPoints(client, calling),
    members: client.writes(calling),
    claims: session.table(claimsTable),
  };
};
