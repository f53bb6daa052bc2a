import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/**
 * A subgraph that answers any field by its type alone. An object is its type and a number: whichever subgraph is asked for
 * a field of it, and through whichever plan, the value is the same.
 */
interface Source {
  readonly __typename: string;
  readonly number: number;
  /** Key fields, of an object that came as a representation. */
  readonly [key: string]: unknown;
}

const LIST_LENGTH = 4;

const scalars: Readonly<Record<string, unknown>> = {
  Boolean: true,
  CurrencyCode: 'USD',
  Date: '2026-03-01',
  DateTime: '2026-03-01T12:00:00Z',
  EmailAddress: 'ann@example.com',
  Locale: 'en-US',
  PhoneNumber: '+14155550100',
  URL: 'https://example.com/',
};

const leafOf = (type: GraphQLNamedType, { __typename, number }: Source, field: string): unknown => {
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (type.name === 'ID') return `${__typename}-${number}`;
  if (type.name === 'String') return `${field} of ${__typename} ${number}`;
  return scalars[type.name] ?? 100 + number;
};

/** Lists of an abstract type hold one object of each of its types. */
const valueOf = (schema: GraphQLSchema, type: GraphQLOutputType, at: { source: Source; field: string }): unknown => {
  const nullable = getNullableType(type);
  const { source, field } = at;
  if (isListType(nullable)) {
    const item = getNullableType(nullable.ofType);
    const types = isAbstractType(item) ? schema.getPossibleTypes(item) : Array<typeof item>(LIST_LENGTH).fill(item);
    return types.map((each, index) =>
      valueOf(schema, each, { field, source: { ...source, number: source.number * LIST_LENGTH + index } }),
    );
  }
  if (isAbstractType(nullable)) return valueOf(schema, schema.getPossibleTypes(nullable)[0]!, at);
  if (isObjectType(nullable)) return { __typename: nullable.name, number: source.number };
  return leafOf(nullable, source, field);
};

/** The objects that are asked for by key were given their numbers in their ids. */
const fromReference = (reference: { readonly __typename: string }): Source => ({
  ...reference,
  number: Number(/-(\d+)"/.exec(JSON.stringify(reference))?.[1] ?? 0),
});

const entitiesOf = (sdl: string): readonly string[] =>
  parse(sdl).definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.directives?.some(({ name }) => name.value === 'key') === true
      ? [definition.name.value]
      : [],
  );

const isOwn = (field: GraphQLField<unknown, unknown>): boolean => !field.name.startsWith('_');

const mockFields = (schema: GraphQLSchema, type: GraphQLObjectType): void => {
  for (const field of Object.values(type.getFields()).filter(isOwn)) {
    field.resolve = (root: Source | undefined) => {
      const source = root ?? { __typename: type.name, number: 0 };
      return source[field.name] ?? valueOf(schema, field.type, { source, field: field.name });
    };
  }
};

/** Makes an executable schema of the SDL of a subgraph. */
export const mockSchema = (sdl: string): GraphQLSchema => {
  const resolvers = Object.fromEntries(
    entitiesOf(sdl).map((name) => [name, { __resolveReference: fromReference as never }]),
  );
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('_')) mockFields(schema, type);
  }
  return schema;
};
