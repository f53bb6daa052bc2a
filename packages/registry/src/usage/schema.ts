import { resolve } from 'node:path';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { fileAt } from '../base/git.ts';
import { readSchemas } from '../composition/schemas.ts';
import { InputError } from '../exit-codes.ts';
import type { Project } from '../project/project.ts';
import { readText, readTextIfAny } from '../project/read-text.ts';

const isSupergraph = (sdl: string): boolean => sdl.includes('https://specs.apollo.dev/join/');

const apiOf = (sdl: string, path: string): GraphQLSchema => {
  try {
    return isSupergraph(sdl) ? readSchemas(sdl).api : buildSchema(sdl);
  } catch (error) {
    const at = error instanceof GraphQLError ? error.locations?.[0] : undefined;
    const place = at === undefined ? path : `${path}:${at.line}:${at.column}`;
    throw new InputError(`${place}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

/** As a revision has it; undefined also where there is no such revision, or no git. */
const committed = async ({ folder, supergraph }: Project, revision: string): Promise<string | undefined> => {
  try {
    return await fileAt(folder, revision, supergraph);
  } catch {
    return undefined;
  }
};

/**
 * The schema that clients see, to read recorded operations with: the file that is named (a supergraph or an API schema),
 * else that of the base, else the one at hand. The base comes first because what a change takes away is in it alone.
 * Throws `InputError`.
 */
export const usageSchema = async (
  project: Project,
  { schema, base = project.base }: { schema?: string; base?: string },
): Promise<GraphQLSchema> => {
  if (schema !== undefined) return apiOf(await readText(schema, 'schema'), schema);
  const { folder, supergraph } = project;
  const atBase = await committed(project, base);
  if (atBase !== undefined) return apiOf(atBase, `${base}:${supergraph}`);
  const atHand = await readTextIfAny(resolve(folder, supergraph));
  if (atHand !== undefined) return apiOf(atHand, supergraph);
  throw new InputError(
    `There is no ${supergraph} to read operations with. Run \`supergraph compose\`, or name a schema with --schema.`,
  );
};
