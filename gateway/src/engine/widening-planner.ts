import type { Planner, PlanNode } from '@qsr/engine';
import { parse, type DocumentNode } from 'graphql';
import type { Widen } from '../subgraph/shared-roots.ts';

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
export const withWidening = (planner: Planner, widenOf: (service: string) => Widen): Planner => ({
  ...planner,
  plan: async (operation, operationName) => {
    const plan = await planner.plan(operation, operationName);
    return plan && widened(plan, parse(operation, { noLocation: true }), widenOf);
  },
});
