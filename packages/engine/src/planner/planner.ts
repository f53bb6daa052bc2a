import type { Planner } from '../plan.ts';
import { createApolloPlanner } from './apollo.ts';
import { createKeyGuard } from './keys.ts';
import { withSerialMutations } from './mutations.ts';
import { createNativePlanner } from './native.ts';

/** Which planner to use: the native one with Apollo's for what it cannot plan, or Apollo's alone. */
export type PlannerChoice = 'native' | 'apollo';

/** The second planner takes a while to come into being, and is mostly not needed. */
const onDemand = <Thing>(create: () => Thing): (() => Thing) => {
  let thing: Thing | undefined;
  return () => (thing ??= create());
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
  const apollo = onDemand(() => createApolloPlanner(supergraphSdl));
  const native = choice === 'native' ? createNative(supergraphSdl, onMissing) : undefined;
  return (native === undefined ? [apollo] : [() => native, apollo])
    .map(withSerialMutations)
    .map(createKeyGuard(supergraphSdl));
};
