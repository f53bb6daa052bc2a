import type { Planner } from '../plan.ts';
import { createKeyGuard } from './keys.ts';
import { withSerialMutations } from './mutations.ts';
import { createNativePlanner } from './native.ts';

/** Which planner to use: the native one with Apollo's for what it cannot plan, or Apollo's alone. */
export type PlannerChoice = 'native' | 'apollo';

/** Loaded and made when it is first asked: it takes a while and much memory, and is mostly not needed. */
const createApollo = (supergraphSdl: string): Planner => {
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

/**
 * The planners of one supergraph, in the order in which they are tried. `onMissing` is told when the native one cannot be
 * had: there is no binary for this platform, or it does not take the supergraph.
 */
export const createPlanners = (
  supergraphSdl: string,
  { choice, onMissing }: { readonly choice: PlannerChoice; readonly onMissing: (error: unknown) => void },
): readonly (() => Planner)[] => {
  const apollo = createApollo(supergraphSdl);
  const native = choice === 'native' ? createNative(supergraphSdl, onMissing) : undefined;
  return (native === undefined ? [apollo] : [native, apollo])
    .map((planner) => () => planner)
    .map(withSerialMutations)
    .map(createKeyGuard(supergraphSdl));
};
