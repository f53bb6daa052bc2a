import { CriticalityLevel, diff as inspect, type Change as Inspected } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { isRecord } from '../project/records.ts';
import { coordinateOf } from './api/coordinates.ts';
import { parentOf } from './api/elements.ts';
import { omissions } from './api/omissions.ts';
import { rules } from './api/rules.ts';
import type { Change, Level } from './change.ts';

const levels: Readonly<Record<CriticalityLevel, Level>> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
};

/** Uses of them are told by what they mean: a deprecation, a specification, exactly one field. */
const builtIn = new Set(['deprecated', 'specifiedBy', 'oneOf']);

const metaOf = ({ meta }: Inspected): Readonly<Record<string, unknown>> => {
  const known: unknown = meta;
  return isRecord(known) ? known : {};
};

const isOfBuiltIn = (change: Inspected): boolean => {
  const meta = metaOf(change);
  const names = [meta['addedDirectiveName'], meta['removedDirectiveName'], meta['directiveName']];
  return String(change.type).startsWith('DIRECTIVE_USAGE') && names.some((name) => builtIn.has(String(name)));
};

const changeOf = (inspected: Inspected, before: GraphQLSchema, after: GraphQLSchema): Change => {
  const kind = String(inspected.type);
  const coordinate = coordinateOf(kind, inspected.path);
  const change: Change = { kind, level: levels[inspected.criticality.level], message: inspected.message, coordinate };
  const seen = { change, coordinate: coordinate ?? '', meta: metaOf(inspected), before, after };
  return { ...change, ...rules[kind]?.(seen) };
};

const additions = new Set([
  'TYPE_ADDED',
  'FIELD_ADDED',
  'FIELD_ARGUMENT_ADDED',
  'INPUT_FIELD_ADDED',
  'ENUM_VALUE_ADDED',
  'DIRECTIVE_ADDED',
  'DIRECTIVE_ARGUMENT_ADDED',
]);

/** Of something new it is enough to say that it is there. */
const withoutDetails = (changes: readonly Change[]): readonly Change[] => {
  const added = new Set(changes.filter(({ kind }) => additions.has(kind)).map(({ coordinate }) => coordinate));
  const isWithin = (coordinate: string | undefined): boolean =>
    coordinate !== undefined && (added.has(coordinate) || isWithin(parentOf(coordinate)));
  return changes.filter(({ kind, coordinate }) =>
    coordinate === undefined ? true : !isWithin(additions.has(kind) ? parentOf(coordinate) : coordinate),
  );
};

const findDifferences = async (before: GraphQLSchema, after: GraphQLSchema): Promise<readonly Change[]> => {
  const inspected = (await inspect(before, after)).filter((change) => !isOfBuiltIn(change));
  const changes = [...inspected.map((change) => changeOf(change, before, after)), ...omissions(before, after)];
  return withoutDetails(changes);
};

const found = new WeakMap<GraphQLSchema, WeakMap<GraphQLSchema, Promise<readonly Change[]>>>();

/** What is different for clients; the same two schemas are compared once. */
export const diffApi = (before: GraphQLSchema, after: GraphQLSchema): Promise<readonly Change[]> => {
  const known = found.get(before) ?? new WeakMap<GraphQLSchema, Promise<readonly Change[]>>();
  found.set(before, known);
  const changes = known.get(after) ?? findDifferences(before, after);
  known.set(after, changes);
  return changes;
};
