import { buildASTSchema, parse, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { linkedFeatures } from './features.ts';
import { collectPublic, type PublicFields } from './public.ts';
import { collectRequirements, type RequirementTable } from './requirements.ts';
import { stripUnplannable } from './strip.ts';

/** A supergraph made ready for the planner, and what was taken out of it. */
export interface Supergraph {
  readonly sdl: string;
  readonly document: DocumentNode;
  /** Of the document: what subgraphs know, including what clients do not see. It is built with the first call. */
  readonly schema: () => GraphQLSchema;
  readonly requirements: RequirementTable;
  readonly publicFields: PublicFields;
}

/** The specification that says which subgraph has what; every composition links it. */
const JOIN = 'https://specs.apollo.dev/join';

const parseSupergraph = (text: string, name: string): DocumentNode => {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw new Error(`${name} is not GraphQL: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

const requireComposed = (document: DocumentNode, name: string): void => {
  if (linkedFeatures(document).some(({ identity }) => identity === JOIN)) return;
  throw new Error(`${name} is GraphQL but not a composed supergraph: it does not link ${JOIN}`);
};

/**
 * Makes a composed supergraph ready; `name` is where it comes from. Throws an `Error` that names it when it is not GraphQL
 * or not composed.
 */
export const readSupergraph = (text: string, name: string): Supergraph => {
  const whole = parseSupergraph(text, name);
  requireComposed(whole, name);
  const document = stripUnplannable(whole);
  let built: GraphQLSchema | undefined;
  const schema = (): GraphQLSchema => (built ??= buildASTSchema(document, { assumeValid: true }));
  const requirements = collectRequirements(whole);
  const publicFields = collectPublic(whole, requirements, schema);
  return { sdl: print(document), document, schema, requirements, publicFields };
};
