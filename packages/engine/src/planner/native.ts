import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as NativeNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
} from 'graphql';
import {
  UnknownPlan,
  type EntityFetch,
  type EntityGroup,
  type Planner,
  type PlanNode,
  type RequiredSelection,
  type ResponsePath,
  type Rewrite,
  type RootFetch,
} from '../plan.ts';
import { createExternalsCheck } from './externals.ts';

const pathOf = (segments: readonly FlattenNodePathSegment[]): ResponsePath =>
  segments.map((segment) => {
    if (segment === '@') return '@';
    return 'Field' in segment ? { field: segment.Field } : { types: segment.TypeCondition };
  });

const requiredOf = (selection: RequiresSelection): RequiredSelection => {
  if (selection.kind === 'Field') {
    const { name, alias = name, selections } = selection;
    const inner = (selections ?? []).map(requiredOf);
    return { kind: 'field', from: name, key: alias, selections: inner.length === 0 ? undefined : inner };
  }
  if (selection.kind === 'FragmentSpread' || selection.skipIf !== undefined || selection.includeIf !== undefined) {
    throw new UnknownPlan(`a requirement of kind ${selection.kind} with conditions`);
  }
  return { kind: 'fragment', type: selection.typeCondition, selections: selection.selections.map(requiredOf) };
};

const rewriteOf = (rewrite: FetchRewrite): Rewrite => {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { kind: 'rename', path: path.map(rewriteStepOf), to: renameKeyTo };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'set', path: path.map(rewriteStepOf), value: setValueTo };
};

const rewriteStepOf = (segment: { TypenameEquals: string[] } | { Key: string }) =>
  'Key' in segment ? { field: segment.Key } : { types: segment.TypenameEquals };

const groupOf = (
  { requires = [], inputRewrites = [], outputRewrites = [] }: Partial<FetchNode>,
  place: Pick<EntityGroup, 'key' | 'variable' | 'paths'>,
): EntityGroup => ({
  ...place,
  requires: requires.map(requiredOf),
  inputRewrites: inputRewrites.map(rewriteOf),
  outputRewrites: outputRewrites.map(rewriteOf),
});

const baseOf = ({ serviceName, operation, operationName, variableUsages = [] }: FetchNode | BatchFetchNode) => ({
  service: serviceName,
  operation,
  operationName,
  variables: variableUsages,
});

const fetchOf = (node: FetchNode, path: ResponsePath): RootFetch | EntityFetch => {
  if (node.requires !== undefined) {
    const place = { key: '_entities', variable: 'representations', paths: [path] };
    return { kind: 'entities', ...baseOf(node), groups: [groupOf(node, place)] };
  }
  const outputRewrites = (node.outputRewrites ?? []).map(rewriteOf);
  return { kind: 'root', ...baseOf(node), isMutation: node.operationKind === 'mutation', path, outputRewrites };
};

const batchOf = (node: BatchFetchNode, path: ResponsePath): EntityFetch => ({
  kind: 'entities',
  ...baseOf(node),
  groups: node.entityBatch.aliases.map(({ alias, representationsVariableName, paths, ...rest }) =>
    groupOf(rest, {
      key: alias,
      variable: representationsVariableName,
      paths: paths.map((own) => [...path, ...pathOf(own)]),
    }),
  ),
});

const nodeOf = (node: NativeNode, path: ResponsePath): PlanNode => {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((child) => nodeOf(child, path)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((child) => nodeOf(child, path)) };
    case 'Flatten':
      return nodeOf(node.node, [...path, ...pathOf(node.path)]);
    case 'Fetch':
      return fetchOf(node, path);
    case 'BatchFetch':
      return batchOf(node, path);
    default:
      throw new UnknownPlan(`a node of kind ${node.kind}`);
  }
};

/** Its parser takes no description of the schema itself; it needs none at all. */
const withoutDescriptions = (document: DocumentNode): DocumentNode =>
  visit(document, { enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined) });

/** The object types behind interfaces that some subgraph knows as an object. */
const behindInterfaceObjects = ({ definitions }: DocumentNode): ReadonlySet<string> => {
  const interfaces = new Set(
    definitions
      .filter((definition) => definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      .filter((definition) => print(definition).includes('isInterfaceObject: true'))
      .map(({ name }) => name.value),
  );
  return new Set(
    definitions
      .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
      .filter((definition) => definition.interfaces?.some(({ name }) => interfaces.has(name.value)))
      .map(({ name }) => name.value),
  );
};

/** Of fragments on the types behind an interface object the planner forgets some (seen with 0.0.38). */
const requireNoFragmentOn = (types: ReadonlySet<string>, operation: string): void => {
  if (types.size === 0) return;
  const check = ({ typeCondition }: InlineFragmentNode | FragmentDefinitionNode): undefined => {
    if (typeCondition && types.has(typeCondition.name.value))
      throw new UnknownPlan('fragments behind an interface object');
  };
  visit(parse(operation, { noLocation: true }), { InlineFragment: check, FragmentDefinition: check });
};

/**
 * The planner of the Rust router, off the event loop. Throws when there is no binary for this platform or the supergraph
 * cannot be read.
 */
export const createNativePlanner = (supergraphSdl: string): Planner => {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const planner = new QueryPlanner(print(withoutDescriptions(supergraph)));
  const behind = behindInterfaceObjects(supergraph);
  const requireProvided = createExternalsCheck(supergraph);
  return {
    ordersMutations: false,
    plan: async (operation, operationName) => {
      requireNoFragmentOn(behind, operation);
      const { node } = await planner.planAsync(operation, operationName, new Set(), 0);
      const plan = node && nodeOf(node, []);
      if (plan !== undefined) requireProvided(plan);
      return plan;
    },
  };
};
