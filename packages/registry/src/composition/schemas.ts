import { Supergraph } from '@apollo/federation-internals';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';

/** A composed supergraph, read. */
export interface Schemas {
  readonly supergraphSdl: string;
  /** With everything in it, the directives of federation as well. */
  readonly supergraph: GraphQLSchema;
  /** What clients see. */
  readonly api: GraphQLSchema;
}

/** What clients see of a supergraph. Throws what Apollo's library does: one error with the causes. */
export const readApi = (supergraphSdl: string): GraphQLSchema =>
  // Every feature is let through: enforcing them is the business of whoever serves the schema.
  Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false })
    .apiSchema()
    .toGraphQLJSSchema();

/** Reads a supergraph. Throws what the parser throws. */
export const readSchemas = (supergraphSdl: string): Schemas => ({
  supergraphSdl,
  supergraph: buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true }),
  api: readApi(supergraphSdl),
});
