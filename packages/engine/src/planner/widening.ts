import { parse, type DocumentNode } from 'graphql';
import type { Planner, PlanNode } from '../plan.ts';
import { createKeyWidening, sharedRootsOf, type Widen } from './shared-roots.ts';

const widened = (node: PlanNode, client: DocumentNode, widenOf: (service: string) => Widen): PlanNode => {
  switch (node.kind) {
    case 'sequence':
    case 'parallel':
      return { ...node, nodes: node.nodes.map((child) => widened(child, client, widenOf)) };
    case 'root':
      return { ...node, operation: widenOf(node.service)(node.operation, client) };
    case 'entities':
      return node;
  }
};

/** Lets each subgraph that shares a root field answer its key as well; see `createKeyWidening`. */
export const widenKeys = (supergraph: DocumentNode): ((planner: Planner) => Planner) => {
  const known = new Map<string, Widen>();
  const widenOf = (service: string): Widen => {
    const widen = known.get(service) ?? createKeyWidening(sharedRootsOf(supergraph, service));
    known.set(service, widen);
    return widen;
  };
  return (planner) => ({
    ...planner,
    plan: async (operation, operationName) => {
      const plan = await planner.plan(operation, operationName);
      return plan && widened(plan, parse(operation, { noLocation: true }), widenOf);
    },
  });
};
