import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { linkedFeatures } from './features.ts';
import type { RequirementTable } from './requirements.ts';
import { selectsOnly } from './selected.ts';

/** Coordinates of the fields that are the same for everybody. What is not in it is private. */
export type PublicFields = ReadonlySet<string>;

interface Declared {
  readonly type: string;
  readonly field: FieldDefinitionNode;
  readonly typeDirectives: readonly ConstDirectiveNode[];
}

/** Names in this file of the directives that matter here. */
interface Names {
  readonly cacheControl: ReadonlySet<string>;
  readonly joinType: string;
  readonly joinField: string;
}

const JOIN = 'https://specs.apollo.dev/join';

/** `@cacheControl` has no specification of its own: everybody composes it under another URL. */
const namesIn = (document: DocumentNode): Names => {
  const features = linkedFeatures(document);
  const join = features.find(({ identity }) => identity === JOIN);
  return {
    cacheControl: new Set(features.map((feature) => feature.directiveNamed('cacheControl'))),
    joinType: join?.directiveNamed('type') ?? '',
    joinField: join?.directiveNamed('field') ?? '',
  };
};

const argumentOf = (directive: ConstDirectiveNode, name: string): unknown => {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
};

const named = (directives: readonly ConstDirectiveNode[] = [], name: string): readonly ConstDirectiveNode[] =>
  directives.filter((directive) => directive.name.value === name);

const fieldsOf = (document: DocumentNode): readonly Declared[] =>
  document.definitions.flatMap((definition): readonly Declared[] => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return [];
    const { name, fields = [], directives = [] } = definition;
    return fields.map((field) => ({ type: name.value, field, typeDirectives: directives }));
  });

const namedTypeOf = ({ type }: FieldDefinitionNode): string => {
  let inner = type;
  while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
  return inner.name.value;
};

class Reader {
  readonly #names: Names;
  readonly #requirements: RequirementTable;

  constructor(names: Names, requirements: RequirementTable) {
    this.#names = names;
    this.#requirements = requirements;
  }

  /** Said by the field itself or by its type, and by nobody contradicted: what needs a permission is not public. */
  isDeclared({ type, field, typeDirectives }: Declared): boolean {
    const own = this.#scopes(field.directives);
    const scopes = own.length > 0 || !this.#speaksFor(typeDirectives, field) ? own : this.#scopes(typeDirectives);
    const isOpen = [type, `${type}.${field.name.value}`, namedTypeOf(field)].every(
      (coordinate) => !this.#requirements.has(coordinate),
    );
    return isOpen && scopes.length > 0 && scopes.every((scope) => scope === 'PUBLIC');
  }

  /** What subgraphs are given to find the field: the keys of its type, and what it requires. Undefined: nobody can tell. */
  neededFor({ field, typeDirectives }: Declared): readonly string[] | undefined {
    const joins = named(field.directives, this.#names.joinField);
    if (joins.some((join) => argumentOf(join, 'contextArguments') !== undefined)) return undefined;
    const keys = named(typeDirectives, this.#names.joinType).map((join) => argumentOf(join, 'key'));
    const required = joins.map((join) => argumentOf(join, 'requires'));
    return [...keys, ...required].filter((fields) => typeof fields === 'string');
  }

  /** One that says no scope says nothing: Apollo takes that for public. */
  #scopes(directives: readonly ConstDirectiveNode[] | undefined): readonly unknown[] {
    return (directives ?? [])
      .filter(({ name }) => this.#names.cacheControl.has(name.value))
      .map((directive) => argumentOf(directive, 'scope') ?? 'none');
  }

  /** A composed type does not tell which subgraph said it: it speaks for fields that all of its subgraphs have. */
  #speaksFor(typeDirectives: readonly ConstDirectiveNode[], field: FieldDefinitionNode): boolean {
    const graphs = new Set(
      named(typeDirectives, this.#names.joinType).map((join) => String(argumentOf(join, 'graph'))),
    );
    return graphs.size === 1 || named(field.directives, this.#names.joinField).length === 0;
  }
}

const selectionOf = (fields: string): OperationDefinitionNode =>
  parse(`{ ${fields} }`, { noLocation: true }).definitions[0] as OperationDefinitionNode;

/** True when each of these sets of fields of a type is declared itself: who asks as a guest must be given them too. */
const areDeclared = (
  schema: GraphQLSchema,
  declared: PublicFields,
  { type, sets }: { type: string; sets: readonly string[] },
): boolean =>
  sets.every((fields) => selectsOnly({ schema, fields: declared }, { set: selectionOf(fields).selectionSet, type }));

/**
 * Collects what `@cacheControl(scope: PUBLIC)` declares. A field is public only when nothing that it is found by is
 * private, so that an operation over public fields needs no viewer anywhere in its plan. `schemaOf` gives its types.
 */
export const collectPublic = (
  document: DocumentNode,
  requirements: RequirementTable,
  schemaOf: () => GraphQLSchema,
): PublicFields => {
  const reader = new Reader(namesIn(document), requirements);
  const fields = fieldsOf(document).filter((field) => reader.isDeclared(field));
  if (fields.length === 0) return new Set();
  const coordinateOf = ({ type, field }: Declared): string => `${type}.${field.name.value}`;
  const declared = new Set(fields.map(coordinateOf));
  const schema = schemaOf();
  const isFound = (field: Declared): boolean => {
    const sets = reader.neededFor(field);
    return sets !== undefined && areDeclared(schema, declared, { type: field.type, sets });
  };
  return new Set(fields.filter(isFound).map(coordinateOf));
};
