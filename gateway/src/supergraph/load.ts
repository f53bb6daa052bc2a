import { readFile } from 'node:fs/promises';
import { parse, print, type DocumentNode } from 'graphql';
import { linkedFeatures } from './features.ts';
import { collectPublic, type PublicFields } from './public.ts';
import { collectRequirements, type RequirementTable } from './requirements.ts';
import { stripUnplannable } from './strip.ts';

/** A supergraph made ready for the planner, and what was taken out of it. */
export interface Supergraph {
  readonly sdl: string;
  readonly document: DocumentNode;
  readonly requirements: RequirementTable;
  readonly publicFields: PublicFields;
}

/** The specification that says which subgraph has what; every composition links it. */
const JOIN = 'https://specs.apollo.dev/join';

const parseSupergraph = (text: string, path: string): DocumentNode => {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw new Error(`${path} is not GraphQL: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

const requireComposed = (document: DocumentNode, path: string): void => {
  if (linkedFeatures(document).some(({ identity }) => identity === JOIN)) return;
  throw new Error(`${path} is GraphQL but not a composed supergraph: it does not link ${JOIN}`);
};

/** Reads a composed supergraph. Throws an `Error` that names the file when it is missing, is not GraphQL or not composed. */
export const loadSupergraph = async (path: string): Promise<Supergraph> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const reason =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new Error(`the supergraph ${path} ${reason}`, { cause });
  });
  const whole = parseSupergraph(text, path);
  requireComposed(whole, path);
  const document = stripUnplannable(whole);
  const requirements = collectRequirements(whole);
  return { sdl: print(document), document, requirements, publicFields: collectPublic(whole, requirements) };
};
