import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** All fields and values that a value of the type can name, at any depth, as `Type.*`. */
export const everythingOf = (type: GraphQLInputType): ReadonlySet<string> => {
  const all = new Set<string>();
  const add = (named: GraphQLNamedInputType): void => {
    const coordinate = `${named.name}.*`;
    if (all.has(coordinate) || (!isEnumType(named) && !isInputObjectType(named))) return;
    all.add(coordinate);
    if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) add(getNamedType(field.type));
  };
  add(getNamedType(type));
  return all;
};

/** The types of an operation's variables, by their names. */
export const variableTypesOf = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): ReadonlyMap<string, GraphQLInputType> =>
  new Map(
    variableDefinitions.flatMap(({ variable, type: node }) => {
      const type = typeFromAST(schema, node);
      return isInputType(type) ? [[variable.name.value, type] as const] : [];
    }),
  );

/** All that variables of an operation could name; for whoever does not know what they held. */
export const possibleInputsOf = (schema: GraphQLSchema, operation: OperationDefinitionNode): string[] => {
  const types = [...variableTypesOf(schema, operation).values()];
  return [...new Set(types.flatMap((type) => [...everythingOf(type)]))].sort();
};

/** A type whose values name things of the schema. */
interface Names {
  /** Of an input: its fields by name. */
  readonly fields: ReadonlyMap<string, { readonly coordinate: string; readonly names: Names | undefined }>;
  /** Of an enum: the coordinates of its values. */
  readonly values: ReadonlyMap<string, string>;
  readonly everything: ReadonlySet<string>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Items and fields of one request that are looked at. */
const MAX_STEPS = 1_000;

/** Collects the names in values. */
class Collector {
  readonly #found: Set<string>;
  #steps = MAX_STEPS;

  constructor(found: Set<string>) {
    this.#found = found;
  }

  /** False: there was more than could be looked at. */
  get isComplete(): boolean {
    return this.#steps >= 0;
  }

  collect(value: unknown, names: Names): void {
    if (--this.#steps < 0) return;
    if (typeof value === 'string') this.#addValue(value, names);
    else if (Array.isArray(value)) this.#addItems(value, names);
    else if (isRecord(value)) this.#addFields(value, names);
  }

  #addItems(items: readonly unknown[], names: Names): void {
    for (const item of items) {
      if (!this.isComplete) return;
      this.collect(item, names);
    }
  }

  #addValue(value: string, { values }: Names): void {
    const coordinate = values.get(value);
    if (coordinate !== undefined) this.#found.add(coordinate);
  }

  #addFields(value: Readonly<Record<string, unknown>>, { fields }: Names): void {
    for (const name of Object.keys(value)) {
      const field = fields.get(name);
      if (!this.isComplete) return;
      if (field === undefined) continue;
      this.#found.add(field.coordinate);
      if (field.names !== undefined) this.collect(value[name], field.names);
    }
  }
}

const createNames = () => {
  const known = new Map<GraphQLNamedInputType, Names>();
  const namesOf = (type: GraphQLNamedInputType): Names | undefined => {
    if (known.has(type) || (!isEnumType(type) && !isInputObjectType(type))) return known.get(type);
    const fields = new Map<string, { coordinate: string; names: Names | undefined }>();
    const everything = everythingOf(type);
    const values = new Map(
      isEnumType(type) ? type.getValues().map(({ name }) => [name, `${type.name}.${name}`] as const) : [],
    );
    // Known before its fields are looked at, which may be of the same type.
    known.set(type, { fields, values, everything });
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        fields.set(field.name, {
          coordinate: `${type.name}.${field.name}`,
          names: namesOf(getNamedType(field.type)),
        });
      }
    }
    return known.get(type);
  };
  return namesOf;
};

/** Adds the names that the variables of one request hold to `found`. Never a value that is not a name of the schema. */
export type CollectInputs = (variables: Readonly<Record<string, unknown>>, found: Set<string>) => void;

/** For an operation with these variables; undefined when none of them can name anything. */
export const createCollectInputs = (types: ReadonlyMap<string, GraphQLInputType>): CollectInputs | undefined => {
  const namesOf = createNames();
  const naming = [...types].flatMap(([variable, type]) => {
    const names = namesOf(getNamedType(type));
    return names === undefined ? [] : [{ variable, names }];
  });
  if (naming.length === 0) return undefined;
  return (variables, found) => {
    const collector = new Collector(found);
    for (const { variable, names } of naming) {
      collector.collect(variables[variable], names);
      if (!collector.isComplete) for (const coordinate of names.everything) found.add(coordinate);
    }
  };
};
