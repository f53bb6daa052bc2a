import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  GraphQLError,
  Kind,
  Source,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { readOperations } from '../check/operations.ts';
import { InputError } from '../exit-codes.ts';
import { withPlainTypenames } from './outage.ts';
import type { Project } from '../project/project.ts';
import { isRecord } from '../project/records.ts';
import { isTooDeep, parseGraphQL } from '../project/parse-graphql.ts';
import { readTextIfAny } from '../project/read-text.ts';

/** One persisted operation, which is valid. */
export interface Persisted {
  /** Its file; with `#` and its name where the file has several. */
  readonly id: string;
  readonly file: string;
  /** Every `__typename` in it goes by its own name. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of `<file>.variables.json` beside it; empty where there is none. */
  readonly variables: Record<string, unknown>;
}

const readVariables = async (folder: string, file: string): Promise<Record<string, unknown>> => {
  const path = file.replace(/\.[^./]+$/, '.variables.json');
  const text = await readTextIfAny(join(folder, path));
  if (text === undefined) return {};
  try {
    const variables: unknown = JSON.parse(text);
    if (isRecord(variables)) return variables;
  } catch (cause) {
    throw new InputError(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  throw new InputError(`${path}: the variables must be an object of JSON.`);
};

/** Undefined for what is not valid; another part of the check says why. */
const parseValid = (schema: GraphQLSchema, text: string, file: string): DocumentNode | undefined => {
  try {
    const document = parseGraphQL(new Source(text, file));
    return validate(schema, document).length === 0 ? withPlainTypenames(document) : undefined;
  } catch (error) {
    if (error instanceof GraphQLError || isTooDeep(error)) return undefined;
    throw error;
  }
};

const operationsIn = (document: DocumentNode): readonly OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** The persisted operations that are valid. Throws `InputError` for variables that are no JSON object. */
export const readPersisted = async (project: Project, api: GraphQLSchema): Promise<readonly Persisted[]> => {
  const persisted: Persisted[] = [];
  for (const { file, text } of await readOperations(project.folder, project.operations)) {
    const document = parseValid(api, text, file);
    if (document === undefined) continue;
    const variables = await readVariables(project.folder, file);
    const operations = operationsIn(document);
    for (const operation of operations) {
      const id = operations.length === 1 ? file : `${file}#${operation.name?.value ?? ''}`;
      persisted.push({ id, file, document, operation, variables });
    }
  }
  return persisted;
};

/** True when the file of an operation is there, be it valid or not. */
export const hasFile = async ({ folder }: Project, id: string): Promise<boolean> =>
  access(join(folder, id.replace(/#.*$/, ''))).then(
    () => true,
    () => false,
  );
