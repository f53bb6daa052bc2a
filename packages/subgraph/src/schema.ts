import { buildSubgraphSchema } from '@apollo/subgraph';
import { scalarNamed } from '@qsr/scalars';
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

type GraphQLResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

/** Resolvers by type and field, typed by the generated types; `__resolveReference` beside the fields of an entity. */
export type ResolverMap = Readonly<Record<string, object>>;

type ReferenceResolver = (...args: unknown[]) => unknown;

const referenceResolverOf = (fields: object): ReferenceResolver | null =>
  '__resolveReference' in fields && typeof fields.__resolveReference === 'function'
    ? (fields.__resolveReference as ReferenceResolver)
    : null;

/**
 * A reference resolver that throws synchronously makes Apollo answer null for ALL entities of the fetch; a rejected
 * promise nulls only its own entity. So every reference resolver is made to return a promise.
 */
const withAsyncReferences = (resolvers: ResolverMap): ResolverMap =>
  Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => {
      const resolve = referenceResolverOf(fields);
      if (resolve === null) return [type, fields];
      return [type, { ...fields, __resolveReference: async (...args: unknown[]) => await resolve(...args) }];
    }),
  );

const scalarsOf = (document: DocumentNode) =>
  Object.fromEntries(
    document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.SCALAR_TYPE_DEFINITION) return [];
      const scalar = scalarNamed(definition.name.value);
      if (scalar === null)
        throw new Error(`schema.graphql declares scalar ${definition.name.value}, unknown to the kit`);
      return [[definition.name.value, scalar]];
    }),
  );

/** Builds the executable schema of a subgraph from its SDL text. */
export const buildSchemaOf = (sdl: string, resolvers: ResolverMap): GraphQLSchema => {
  const typeDefs = parse(sdl);
  const implementations = { ...withAsyncReferences(resolvers), ...scalarsOf(typeDefs) };
  return buildSubgraphSchema({ typeDefs, resolvers: implementations as GraphQLResolverMap });
};
