import fc from 'fast-check';
import {
  findBreakingChanges,
  findDangerousChanges,
  getVariableValues,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { anyOperation, type AnyOperation } from '../../engine/test/fixtures/operations.ts';
import type { Change } from '../src/changes/change.ts';
import { diffApi } from '../src/changes/diff.ts';
import { judge } from '../src/changes/judge.ts';
import type { RecordedOperations } from '../src/usage/usage.ts';
import { anySchemas } from './corpus/any-schemas.ts';
import { recordingOf } from './corpus/run.ts';
import { recordOf, withoutTexts } from './record.ts';

/** The kinds of ours that say what a kind of graphql-js says. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  TYPE_REMOVED: ['TYPE_REMOVED'],
  TYPE_CHANGED_KIND: ['TYPE_KIND_CHANGED'],
  TYPE_REMOVED_FROM_UNION: ['UNION_MEMBER_REMOVED'],
  VALUE_REMOVED_FROM_ENUM: ['ENUM_VALUE_REMOVED'],
  REQUIRED_INPUT_FIELD_ADDED: ['INPUT_FIELD_ADDED'],
  IMPLEMENTED_INTERFACE_REMOVED: ['OBJECT_TYPE_INTERFACE_REMOVED'],
  FIELD_REMOVED: ['FIELD_REMOVED', 'INPUT_FIELD_REMOVED'],
  FIELD_CHANGED_KIND: ['FIELD_TYPE_CHANGED', 'INPUT_FIELD_TYPE_CHANGED'],
  REQUIRED_ARG_ADDED: ['FIELD_ARGUMENT_ADDED'],
  ARG_REMOVED: ['FIELD_ARGUMENT_REMOVED'],
  ARG_CHANGED_KIND: ['FIELD_ARGUMENT_TYPE_CHANGED'],
  DIRECTIVE_REMOVED: ['DIRECTIVE_REMOVED'],
  DIRECTIVE_ARG_REMOVED: ['DIRECTIVE_ARGUMENT_REMOVED'],
  REQUIRED_DIRECTIVE_ARG_ADDED: ['DIRECTIVE_ARGUMENT_ADDED'],
  DIRECTIVE_REPEATABLE_REMOVED: ['DIRECTIVE_REPEATABLE_REMOVED'],
  DIRECTIVE_LOCATION_REMOVED: ['DIRECTIVE_LOCATION_REMOVED'],
  VALUE_ADDED_TO_ENUM: ['ENUM_VALUE_ADDED'],
  TYPE_ADDED_TO_UNION: ['UNION_MEMBER_ADDED'],
  OPTIONAL_INPUT_FIELD_ADDED: ['INPUT_FIELD_ADDED'],
  OPTIONAL_ARG_ADDED: ['FIELD_ARGUMENT_ADDED'],
  IMPLEMENTED_INTERFACE_ADDED: ['OBJECT_TYPE_INTERFACE_ADDED'],
  ARG_DEFAULT_VALUE_CHANGE: ['FIELD_ARGUMENT_DEFAULT_CHANGED'],
};

const numRuns = Number(process.env['CHANGES_RUNS'] ?? 100);
const parameters = { numRuns, seed: Number(process.env['CHANGES_SEED'] ?? 1) };

const count = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name) => [name, names.filter((other) => other === name).length]));

const atLeast = (theirs: readonly { readonly type: string }[], ours: readonly Change[]): void => {
  for (const [type, expected] of Object.entries(count(theirs.map((change) => change.type)))) {
    const said = ours.filter(({ kind }) => kinds[type]!.includes(kind)).length;
    expect({ type, isSaid: said >= expected }).toEqual({ type, isSaid: true });
  }
};

it('says all that graphql-js says, and says it at least as hard', async () => {
  const property = fc.asyncProperty(anySchemas, async ([before, after]) => {
    const ours = await diffApi(before, after);
    const breaking = ours.filter(({ level }) => level === 'breaking');
    atLeast(findBreakingChanges(before, after), breaking);
    atLeast(
      findDangerousChanges(before, after),
      ours.filter(({ level }) => level !== 'safe'),
    );
    for (const { hits } of breaking) expect(hits).not.toHaveLength(0);
  });
  await fc.assert(property, parameters);
});

it('finds nothing between a schema and itself', async () => {
  const property = fc.asyncProperty(anySchemas, async ([schema]) => {
    expect(await diffApi(schema, schema)).toEqual([]);
  });
  await fc.assert(property, parameters);
});

/** Why a server with the schema would refuse the request; undefined when it would not. */
const refusal = (schema: GraphQLSchema, document: DocumentNode, { variables }: AnyOperation): string | undefined => {
  const [fault] = validate(schema, document);
  if (fault !== undefined) return fault.message;
  const [operation] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  return errors?.[0]?.message;
};

it('refuses a change that fails a recorded request, and knows which change it is', { timeout: 120_000 }, async () => {
  let refused = 0;
  const requests = anySchemas.chain(([before, after]) =>
    anyOperation(before, { depth: 3, isConditional: true }).map((operation) => ({ before, after, operation })),
  );
  const property = fc.asyncProperty(requests, async ({ before, after, operation }) => {
    const document = parse(operation.query);
    if (refusal(before, document, operation) !== undefined) return;
    const fault = refusal(after, document, operation);
    const changes = await diffApi(before, after);
    const errorsBy = (recording: RecordedOperations) =>
      judge({ before, after, changes }, recording).filter(({ severity }) => severity === 'error');
    const errors = errorsBy(recordingOf(operation.query));
    if (fault === undefined) return;
    refused += 1;
    expect({ fault, query: operation.query, errors }).not.toHaveProperty('errors.length', 0);
    // What conflicts with what is a matter of two fields, neither of which need have got worse.
    if (fault.includes('conflict')) return;
    const recorded = await recordOf(before, operation);
    for (const recording of recorded === undefined ? [] : [recorded, withoutTexts(recorded)]) {
      expect({ fault, recording, errors: errorsBy(recording) }).not.toHaveProperty('errors.length', 0);
    }
    const kindsOfErrors = errors.map(({ change }) => change.kind);
    expect({ fault, query: operation.query, kindsOfErrors }).not.toMatchObject({
      kindsOfErrors: ['RECORDED_OPERATION_INVALID'],
    });
  });
  await fc.assert(property, { ...parameters, numRuns: numRuns * 2 });
  expect(refused).toBeGreaterThan(numRuns / 10);
});
