import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { GraphQLError, Source, validate, type GraphQLSchema } from 'graphql';
import type { Finding } from '../finding.ts';
import { isTooDeep, parseGraphQL } from '../project/parse-graphql.ts';
import { readText } from '../project/read-text.ts';
import type { Check } from './context.ts';

/** A file of operations that clients have persisted. */
export interface OperationFile {
  /** Relative to the folder of the project, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Reads what the pattern names, by name. */
export const readOperations = async (folder: string, pattern: string): Promise<readonly OperationFile[]> => {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder })) files.push(file.split(sep).join('/'));
  return Promise.all(
    files.sort().map(async (file) => ({ file, text: await readText(join(folder, file), 'persisted operation') })),
  );
};

const faults = (schema: GraphQLSchema, { file, text }: OperationFile): readonly GraphQLError[] => {
  try {
    return validate(schema, parseGraphQL(new Source(text, file)));
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    if (isTooDeep(error)) return [new GraphQLError('Its fragments are nested too deeply to be validated.')];
    throw error;
  }
};

const findingOf = ({ message, locations }: GraphQLError, file: string): Finding => {
  const [location] = locations ?? [];
  return {
    check: 'operations',
    rule: 'OPERATION_INVALID',
    severity: 'error',
    message: `${file} is no longer valid: ${message}`,
    ...(location === undefined ? {} : { place: { file, line: location.line, column: location.column } }),
  };
};

/** Every persisted operation is still valid. */
export const operations: Check = {
  name: 'operations',
  run: async ({ project, head }) => {
    const all = await readOperations(project.folder, project.operations);
    return all.flatMap((operation) => faults(head.api, operation).map((error) => findingOf(error, operation.file)));
  },
};
