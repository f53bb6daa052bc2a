import type { EntityFetch, EntityGroup, PlanNode } from '../plan.ts';

/** The planner numbers its operations; all else must be the same for two fetches to be asked together. */
const unnamed = (operation: string): string => operation.replace(/^query\s+\w+/, 'query');

const keyOf = ({ service, operation, variables, groups }: EntityFetch): string =>
  JSON.stringify([service, unnamed(operation), variables, groups.map((group) => ({ ...group, paths: [] }))]);

const together = (twins: readonly EntityFetch[]): EntityFetch | undefined => {
  const [first] = twins;
  if (first === undefined) return undefined;
  const group = first.groups[0] as EntityGroup;
  return {
    ...first,
    groups: [{ ...group, paths: twins.flatMap(({ groups }) => groups.flatMap(({ paths }) => paths)) }],
  };
};

/**
 * Apollo's planner makes a fetch for each place of an operation, so that twenty customers under twenty aliases would be
 * twenty requests. Those that ask the same of their entities at the same time are one.
 */
export const mergeTwins = (nodes: readonly PlanNode[]): readonly PlanNode[] => {
  const twins = new Map<string, EntityFetch[]>();
  for (const node of nodes) {
    if (node.kind !== 'entities') continue;
    const key = keyOf(node);
    twins.set(key, [...(twins.get(key) ?? []), node]);
  }
  return nodes.flatMap((node): readonly PlanNode[] => {
    if (node.kind !== 'entities') return [node];
    const same = twins.get(keyOf(node)) ?? [node];
    return same[0] === node ? [together(same) ?? node] : [];
  });
};
