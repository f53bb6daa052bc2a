import {
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
// graphql's own field collection, so that fragments, directives and key order are exactly its own.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { errorCatalogue } from '@qsr/errors';

/** The operation as the client sent it, with coerced variables, and the fields that were taken out of it. */
export interface OriginalOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
  readonly removed: ReadonlySet<FieldNode>;
}

/** The answer in the shape of the original operation, with one error for each forbidden place. */
export interface Restored {
  readonly data: Data | null;
  readonly errors: readonly GraphQLError[];
}

type Data = Record<string, unknown>;
type FieldsByKey = ReadonlyMap<string, readonly FieldNode[]>;

/** A position in the answer: what it may hold, which fields of the operation ask for it, and its path without indices. */
interface Place {
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly path: readonly string[];
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

class Restorer {
  readonly #errors = new Map<string, GraphQLError>();
  readonly #original: OriginalOperation;

  constructor(original: OriginalOperation) {
    this.#original = original;
  }

  get errors(): readonly GraphQLError[] {
    return [...this.#errors.values()];
  }

  /** Completes all fields even when one of them makes the object null, so that every forbidden field is named. */
  object(type: GraphQLObjectType, source: Data, at: { fields: FieldsByKey; path: readonly string[] }): Data | null {
    const target = Object.create(null) as Data;
    let isVoid = false;
    for (const [key, nodes] of at.fields) {
      const definition = type.getFields()[nodes[0]?.name.value ?? ''];
      if (definition === undefined) {
        // An introspection field: not part of the type, never forbidden.
        target[key] = source[key];
        continue;
      }
      target[key] = this.#field({ type: definition.type, nodes, path: [...at.path, key] }, source[key]);
      isVoid ||= target[key] === null && isNonNullType(definition.type);
    }
    return isVoid ? null : target;
  }

  #field(place: Place, value: unknown): unknown {
    const nodes = place.nodes.filter((node) => !this.#original.removed.has(node));
    if (nodes.length < place.nodes.length) this.#refuse(place.path);
    return nodes.length === 0 ? null : this.#value({ ...place, nodes }, value);
  }

  #value(place: Place, value: unknown): unknown {
    const type = isNonNullType(place.type) ? place.type.ofType : place.type;
    if (value === null || value === undefined) return null;
    if (isLeafType(type)) return value;
    if (isListType(type)) return this.#list({ ...place, type: type.ofType }, Array.isArray(value) ? value : []);
    const objectType = isData(value) ? this.#objectTypeOf(type, value) : undefined;
    if (!isData(value) || objectType === undefined) return null;
    const { schema, fragments, variables } = this.#original;
    const fields = collectSubfields(schema, fragments, variables, objectType, place.nodes);
    return this.object(objectType, value, { fields, path: place.path });
  }

  #list(place: Place, values: readonly unknown[]): readonly unknown[] | null {
    const items = values.map((value) => this.#value(place, value));
    return isNonNullType(place.type) && items.includes(null) ? null : items;
  }

  #objectTypeOf(type: GraphQLOutputType, value: Data): GraphQLObjectType | undefined {
    const runtimeType = isAbstractType(type) ? this.#original.schema.getType(String(value['__typename'])) : type;
    return isObjectType(runtimeType) ? runtimeType : undefined;
  }

  /** List positions are not told apart: a list of a thousand has one error, not a thousand. */
  #refuse(path: readonly string[]): void {
    const id = path.join('.');
    if (this.#errors.has(id)) return;
    const extensions = { code: 'UNAUTHORIZED_FIELD_OR_TYPE' };
    this.#errors.set(id, new GraphQLError(errorCatalogue.UNAUTHORIZED_FIELD_OR_TYPE.summary, { path, extensions }));
  }
}

/** Lays the original operation over the answer of the filtered one. `null` at a non-null position moves up, as GraphQL asks. */
export const restoreAnswer = (original: OriginalOperation, answer: Data): Restored => {
  const { schema, operation, fragments, variables } = original;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) return { data: answer, errors: [] };
  const restorer = new Restorer(original);
  const fields = collectFields(schema, fragments, variables, rootType, operation.selectionSet);
  const data = restorer.object(rootType, answer, { fields, path: [] });
  return { data, errors: restorer.errors };
};
