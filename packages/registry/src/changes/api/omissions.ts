import {
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import type { Change } from '../change.ts';

type Deprecatable = { readonly name: string; readonly deprecationReason?: string | null | undefined };

const deprecation = (coordinate: string, old: Deprecatable, now: Deprecatable): readonly Change[] => {
  const [before, after] = [old.deprecationReason ?? undefined, now.deprecationReason ?? undefined];
  if (before === after) return [];
  const kind = `INPUT_DEPRECATION_${before === undefined ? 'ADDED' : after === undefined ? 'REMOVED' : 'REASON_CHANGED'}`;
  const message =
    after === undefined ? `${coordinate} is no longer deprecated` : `${coordinate} is deprecated: ${after}`;
  return [{ kind, level: 'safe', message, coordinate }];
};

/** Elements of the same name in both. */
const pairs = <Item extends { readonly name: string }>(
  before: readonly Item[],
  after: readonly Item[],
): readonly (readonly [Item, Item])[] => {
  const known = new Map(after.map((item) => [item.name, item]));
  return before.flatMap((old) => {
    const now = known.get(old.name);
    return now === undefined ? [] : [[old, now] as const];
  });
};

const scalarChanges = (old: GraphQLScalarType, now: GraphQLScalarType): readonly Change[] => {
  const [before, after] = [old.specifiedByURL ?? undefined, now.specifiedByURL ?? undefined];
  if (before === after) return [];
  const message = `The specification of scalar '${old.name}' changed from ${before ?? 'none'} to ${after ?? 'none'}`;
  return [{ kind: 'SCALAR_SPECIFIED_BY_CHANGED', level: 'dangerous', message, coordinate: old.name }];
};

const oneOf = (old: GraphQLInputObjectType, now: GraphQLInputObjectType): readonly Change[] => {
  if (old.isOneOf === now.isOneOf) return [];
  const { name } = old;
  if (!now.isOneOf) {
    return [{ kind: 'ONE_OF_REMOVED', level: 'safe', message: `'${name}' takes any of its fields`, coordinate: name }];
  }
  const message = `'${name}' takes exactly one of its fields now`;
  return [{ kind: 'ONE_OF_ADDED', level: 'breaking', message, coordinate: name, hits: [`mixes ${name}`] }];
};

const changesInType = (old: GraphQLNamedType, now: GraphQLNamedType): readonly Change[] => {
  const { name } = old;
  if (isScalarType(old) && isScalarType(now)) return scalarChanges(old, now);
  if (isInputObjectType(old) && isInputObjectType(now)) {
    const fields = pairs(Object.values(old.getFields()), Object.values(now.getFields()));
    return [...oneOf(old, now), ...fields.flatMap(([one, other]) => deprecation(`${name}.${one.name}`, one, other))];
  }
  if (!(isObjectType(old) || isInterfaceType(old)) || !(isObjectType(now) || isInterfaceType(now))) return [];
  return pairs(Object.values(old.getFields()), Object.values(now.getFields())).flatMap(([field, other]) =>
    pairs(field.args, other.args).flatMap(([one, another]) =>
      deprecation(`${name}.${field.name}(${one.name}:)`, one, another),
    ),
  );
};

const isOwn = (type: GraphQLNamedType): boolean => !isIntrospectionType(type);

/** What the diff library does not see, or only as the use of a directive. */
export const omissions = (before: GraphQLSchema, after: GraphQLSchema): readonly Change[] => {
  const old = Object.values(before.getTypeMap()).filter(isOwn);
  const now = Object.values(after.getTypeMap()).filter(isOwn);
  // A scalar of GraphQL itself is in a schema as long as something is of it; then variables may be as well.
  const scalars = old.filter((type) => isSpecifiedScalarType(type) && after.getType(type.name) === undefined);
  const gone = scalars.map(({ name }): Change => ({
    kind: 'TYPE_REMOVED',
    level: 'breaking',
    message: `Nothing is of the standard scalar '${name}' any more, so no variable can be`,
    coordinate: name,
    hits: [`uses ${name}`],
  }));
  return [...gone, ...pairs(old, now).flatMap(([one, other]) => changesInType(one, other))];
};
