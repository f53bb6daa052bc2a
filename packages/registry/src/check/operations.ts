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

/** Told by graphql-js where fields of one name are too many to be compared with one another. Gateways that run on it refuse as well. */
const ABORTED = 'Validation aborted.';
const TOO_MANY =
  'It has more fields that answer under one name, or fragments, than are compared with one another, so gateways may refuse it too. Make it shorter.';

const faults = (schema: GraphQLSchema, { file, text }: OperationFile): readonly GraphQLError[] => {
  try {
    const errors = validate(schema, parseGraphQL(new Source(text, file)));
    return errors.map((error) => (error.message === ABORTED ? new GraphQLError(TOO_MANY) : error));
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    if (isTooDeep(error)) return [new GraphQLError('Its fragments are nested too deeply to be validated.')];
    throw error;
  }
};

const findingOf = ({ message, locations }: GraphQLError, file: string): Finding => {
  const [{ line, column } = { line: 1, column: 1 }] = locations ?? [];
  return {
    check: 'operations',
    rule: 'OPERATION_INVALID',
    severity: 'error',
    message: `${file} is no longer valid: ${message}`,
    place: { file, line, column },
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
