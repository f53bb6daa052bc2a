import type { Planner } from '../plan.ts';
import { createKeyGuard } from './keys.ts';
import { withSerialMutations } from './mutations.ts';
import { createNativePlanner } from './native.ts';
import { ThreadedPlanner } from './thread.ts';

/** Which planner to use: the native one with Apollo's for what it cannot plan, or Apollo's alone. */
export type PlannerChoice = 'native' | 'apollo';

/** Within this thread. Loaded and made when it is first asked: it takes a while and much memory. */
const createApolloHere = (supergraphSdl: string): Planner => {
  const make = async () => (await import('./apollo.ts')).createApolloPlanner(supergraphSdl);
  let made: Promise<Planner> | undefined;
  return {
    ordersMutations: true,
    plan: async (operation, operationName) => {
      const planner = await (made ??= make());
      return planner.plan(operation, operationName);
    },
  };
};

const createNative = (supergraphSdl: string, onMissing: (error: unknown) => void): Planner | undefined => {
  try {
    return createNativePlanner(supergraphSdl);
  } catch (error) {
    onMissing(error);
    return undefined;
  }
};

export interface PlannerOptions {
  readonly choice: PlannerChoice;
  /** Is told when the native planner cannot be had: there is no binary for this platform, or it does not take the supergraph. */
  readonly onMissing: (error: unknown) => void;
  /** Where Apollo's planner runs: in a thread of its own (default), or here, where it holds up everything else. */
  readonly apollo?: 'thread' | 'here';
}

/** The planners of one supergraph, in the order in which they are tried. */
export const createPlanners = (
  supergraphSdl: string,
  { choice, onMissing, apollo: place = 'thread' }: PlannerOptions,
): readonly (() => Planner)[] => {
  const apollo = place === 'thread' ? new ThreadedPlanner(supergraphSdl) : createApolloHere(supergraphSdl);
  const native = choice === 'native' ? createNative(supergraphSdl, onMissing) : undefined;
  return (native === undefined ? [apollo] : [native, apollo])
    .map((planner) => () => planner)
    .map(withSerialMutations)
    .map(createKeyGuard(supergraphSdl));
};
