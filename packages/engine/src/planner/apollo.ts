import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import {
  QueryPlanner,
  type FetchDataRewrite,
  type FetchNode,
  type PlanNode as ApolloNode,
  type QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { OperationTypeNode, parse } from 'graphql';
import {
  PlanLimit,
  UnknownPlan,
  type EntityFetch,
  type Planner,
  type PlanNode,
  type RequiredSelection,
  type ResponsePath,
  type Rewrite,
  type RewriteStep,
  type RootFetch,
} from '../plan.ts';
import { apolloPlannerConfig, isPlanLimit } from './limits.ts';
import { requireNoOmission } from './omissions.ts';
import { mergeTwins } from './twins.ts';

const pathOf = (path: readonly (string | number)[]): ResponsePath =>
  path.map((step) => (step === '@' ? '@' : { field: String(step) }));

const requiredOf = (selection: QueryPlanSelectionNode): RequiredSelection => {
  if ('name' in selection) {
    const { name, alias = name, selections } = selection;
    return { kind: 'field', from: alias, key: alias, selections: selections?.map(requiredOf) };
  }
  if (selection.typeCondition === undefined) throw new UnknownPlan('a requirement of no type');
  return { kind: 'fragment', type: selection.typeCondition, selections: selection.selections.map(requiredOf) };
};

const FRAGMENT = '... on ';

const stepOf = (step: string): RewriteStep =>
  step.startsWith(FRAGMENT) ? { types: [step.slice(FRAGMENT.length)] } : { field: step };

const rewriteOf = (rewrite: FetchDataRewrite): Rewrite => {
  const path = rewrite.path.map(stepOf);
  if (rewrite.kind === 'ValueSetter') return { kind: 'set', path, value: rewrite.setValueTo };
  return { kind: 'rename', path, to: rewrite.renameKeyTo };
};

const fetchOf = (node: FetchNode, path: ResponsePath): RootFetch | EntityFetch => {
  const { serviceName: service, operation, operationName, variableUsages: variables = [] } = node;
  if (node.contextRewrites !== undefined) throw new UnknownPlan('arguments from a context');
  const base = { service, operation, operationName, variables };
  const outputRewrites = (node.outputRewrites ?? []).map(rewriteOf);
  if (node.requires === undefined) {
    return {
      kind: 'root',
      ...base,
      isMutation: node.operationKind === OperationTypeNode.MUTATION,
      path,
      outputRewrites,
    };
  }
  const group = {
    key: '_entities',
    variable: 'representations',
    paths: [path],
    requires: node.requires.map(requiredOf),
    inputRewrites: (node.inputRewrites ?? []).map(rewriteOf),
    outputRewrites,
  };
  return { kind: 'entities', ...base, groups: [group] };
};

const nodeOf = (node: ApolloNode, path: ResponsePath): PlanNode => {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((child) => nodeOf(child, path)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: mergeTwins(node.nodes.map((child) => nodeOf(child, path))) };
    case 'Flatten':
      return nodeOf(node.node, [...path, ...pathOf(node.path)]);
    case 'Fetch':
      return fetchOf(node, path);
    case 'Condition':
    case 'Defer':
      throw new UnknownPlan(`a node of kind ${node.kind}`);
  }
};

const limited = <Plan>(plan: () => Plan): Plan => {
  try {
    return plan();
  } catch (cause) {
    if (!isPlanLimit(cause)) throw cause;
    throw new PlanLimit('there are too many ways to reach a field', { cause });
  }
};

/**
 * Apollo's planner. It runs on every platform, keeps mutations in order, and blocks the thread while it plans, the first
 * time for as long as it takes to read the supergraph. Throws when the supergraph cannot be read.
 */
export const createApolloPlanner = (supergraphSdl: string): Planner => {
  const supergraph = Supergraph.build(supergraphSdl);
  const planner = new QueryPlanner(supergraph, apolloPlannerConfig);
  const schema = supergraph.apiSchema();
  return {
    ordersMutations: true,
    plan: async (text, operationName) => {
      const operation = operationFromDocument(
        schema,
        parse(text),
        operationName === undefined ? {} : { operationName },
      );
      const { node } = limited(() => planner.buildQueryPlan(operation));
      if (node?.kind === 'Subscription') throw new UnknownPlan('a subscription');
      const plan = node && nodeOf(node, []);
      requireNoOmission(operation.selectionSet, plan);
      return Promise.resolve(plan);
    },
  };
};
