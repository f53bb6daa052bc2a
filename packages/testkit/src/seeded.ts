import { openStore } from '@qsr/store';
import type { RequestScope, SubgraphDefinition } from '@qsr/subgraph';
import type { Load } from '@qsr/subgraph/seeding';
import { startTestStore } from './dynalite.ts';
import { startSubgraph, type SubgraphUnderTest } from './subgraph.ts';

/** A subgraph with a store of its own. The clock stands still until `at` is set. */
export interface SeededSubgraph extends SubgraphUnderTest {
  readonly clock: { at: Date };
  /** For `openStore`: what the subgraph wrote. */
  readonly storeUrl: string;
}

/** How a seeded subgraph is made. `anchor` (RFC 3339) is what its clock shows at first. */
export interface SeededOptions<Context extends RequestScope> {
  readonly create: (storeUrl: string) => Promise<SubgraphDefinition<Context>>;
  readonly loads: readonly Load[];
  readonly anchor: string;
}

/** Serves a subgraph over an empty store and writes the loads into it. */
export const startSeeded = async <Context extends RequestScope>({
  create,
  loads,
  anchor,
}: SeededOptions<Context>): Promise<SeededSubgraph> => {
  await using opened = new AsyncDisposableStack();
  const { url } = opened.use(await startTestStore());
  const definition = await create(url);
  const writer = await openStore(url);
  for (const write of loads) await write(writer);
  await writer.close();
  const clock = { at: new Date(anchor) };
  const subgraph = opened.use(await startSubgraph(definition, () => clock.at));
  const running = opened.move();
  return { ...subgraph, clock, storeUrl: url, [Symbol.asyncDispose]: () => running.disposeAsync() };
};
