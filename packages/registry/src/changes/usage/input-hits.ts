import { isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { Fact } from './fact.ts';

/** An argument, or a field of an input. */
export interface Input {
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

export const isRequired = ({ type, defaultValue }: Input): boolean => isNonNullType(type) && defaultValue === undefined;

const layersOf = (type: GraphQLInputType): readonly boolean[] => {
  const nonNull = isNonNullType(type);
  const nullable = nonNull ? type.ofType : type;
  return [nonNull, ...(isListType(nullable) ? layersOf(nullable.ofType) : [])];
};

const shapeOf = (type: GraphQLInputType): string => String(type).replaceAll('!', '');

/** Who is hit when one place for values becomes another one. */
export const inputHits = (coordinate: string, before: Input, after: Input): readonly Fact[] => {
  const omitting: readonly Fact[] = isRequired(after) && !isRequired(before) ? [`omits ${coordinate}`] : [];
  if (shapeOf(before.type) !== shapeOf(after.type)) return [...omitting, `sends ${coordinate}`];
  const old = layersOf(before.type);
  const depths = layersOf(after.type).flatMap((nonNull, depth) => (nonNull && old[depth] !== true ? [depth] : []));
  // A variable that may hold null is let into a place that has a default.
  const withoutDefault = omitting.length > 0 && !depths.includes(0) ? [0] : [];
  return [...omitting, ...[...withoutDefault, ...depths].map((depth): Fact => `nulls ${coordinate} at ${depth}`)];
};
