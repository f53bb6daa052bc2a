import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isRecord } from '../project/records.ts';
import type { Graph } from './graph.ts';

/** Decides of which type an object is. */
export type Choose = (place: string, candidates: readonly string[]) => string | undefined;

/** The body of a request to a subgraph. */
interface Body {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const ENTITIES = '_entities';

const samples: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true };

/** What one subgraph knows, beside all others. */
interface Knowledge {
  readonly graph: Graph;
  readonly schema: GraphQLSchema;
  readonly choose: Choose;
}

const valuesOf = (type: GraphQLNamedType | undefined): readonly string[] =>
  isEnumType(type) ? type.getValues().map(({ name }) => name) : [];

/** A value that clients may see. */
const enumValue = (type: GraphQLEnumType, { graph }: Knowledge): string | undefined => {
  const seen = valuesOf(graph.api.getType(type.name));
  const own = valuesOf(type);
  return own.find((value) => seen.includes(value)) ?? own[0];
};

const leafOf = (type: GraphQLLeafType, knowledge: Knowledge): unknown =>
  isEnumType(type) ? enumValue(type, knowledge) : (samples[type.name] ?? 'x');

const typesOf = (schema: GraphQLSchema, type: GraphQLNamedType | undefined): readonly string[] => {
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  return isObjectType(type) ? [type.name] : [];
};

/** The types that every subgraph which has the field may tell there, for they must tell the same; and that clients may see. */
const candidatesAt = (parent: string, field: string, { graph, schema }: Knowledge): readonly string[] => {
  const sets = [...graph.subgraphs.values()].flatMap((each) => {
    const type = each.getType(parent);
    const found = isObjectType(type) ? type.getFields()[field] : undefined;
    return found === undefined ? [] : [typesOf(each, getNamedType(found.type))];
  });
  const [first = [], ...others] = sets;
  const common = first.filter((name) => others.every((set) => set.includes(name)) && schema.getType(name));
  const seen = common.filter((name) => graph.api.getType(name));
  return (seen.length > 0 ? seen : common).toSorted();
};

/** Answers one request. */
class Answering {
  readonly #knowledge: Knowledge;
  readonly #variables: Record<string, unknown>;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(knowledge: Knowledge, variables: Record<string, unknown>) {
    this.#knowledge = knowledge;
    this.#variables = variables;
  }

  answer(query: string): Record<string, unknown> | null {
    const { definitions } = parse(query, { noLocation: true });
    for (const node of definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    const root = operation && this.#knowledge.schema.getRootType(operation.operation);
    return operation && root ? this.#select(operation.selectionSet, root, {}) : null;
  }

  #select(set: SelectionSetNode, type: GraphQLObjectType, into: Record<string, unknown>): Record<string, unknown> {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        into[key] = this.#field(node, type, into[key]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (fragment !== undefined && this.#isOf(type, fragment.typeCondition?.name.value))
        this.#select(fragment.selectionSet, type, into);
    }
    return into;
  }

  #isOf(type: GraphQLObjectType, condition: string | undefined): boolean {
    const { schema } = this.#knowledge;
    const wanted = condition === undefined ? type : schema.getType(condition);
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  }

  /** `known` is what stands at the key already. */
  #field(node: FieldNode, parent: GraphQLObjectType, known: unknown): unknown {
    const name = node.name.value;
    if (name === '__typename') return parent.name;
    if (name === ENTITIES && parent === this.#knowledge.schema.getQueryType()) return this.#entities(node);
    const type = parent.getFields()[name]?.type;
    return type === undefined ? null : this.#value(type, { node, parent, known });
  }

  /** Every list has one element. */
  #value(
    type: GraphQLOutputType,
    at: { readonly node: FieldNode; readonly parent: GraphQLObjectType; readonly known: unknown },
  ): unknown {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const known: unknown = Array.isArray(at.known) ? at.known[0] : undefined;
      return [this.#value(bare.ofType, { ...at, known })];
    }
    const { node, parent, known } = at;
    if (!isCompositeType(bare)) return leafOf(bare, this.#knowledge);
    const place = `${parent.name}.${node.name.value}`;
    const chosen = isObjectType(bare)
      ? bare.name
      : this.#knowledge.choose(place, candidatesAt(parent.name, node.name.value, this.#knowledge));
    return this.#object(chosen, node, isRecord(known) ? known : {});
  }

  #object(name: string | undefined, { selectionSet }: FieldNode, into: Record<string, unknown>): unknown {
    const type = name === undefined ? undefined : this.#knowledge.schema.getType(name);
    return isObjectType(type) && selectionSet ? this.#select(selectionSet, type, into) : null;
  }

  #entities(node: FieldNode): unknown {
    const { schema, choose } = this.#knowledge;
    const value = node.arguments?.[0]?.value;
    const all = value?.kind === Kind.VARIABLE ? this.#variables[value.name.value] : undefined;
    return (Array.isArray(all) ? all : []).map((representation: unknown) => {
      const name = isRecord(representation) ? representation['__typename'] : undefined;
      const type = typeof name === 'string' ? schema.getType(name) : undefined;
      if (type === undefined) return null;
      const chosen = isAbstractType(type) ? choose(`any ${type.name}`, typesOf(schema, type).toSorted()) : type.name;
      return this.#object(chosen, node, {});
    });
  }
}

/** Answers requests to a subgraph as if all it could tell were there: no value is null, every list has one element. */
export const answerAs = (graph: Graph, { service, choose }: { readonly service: string; readonly choose: Choose }) => {
  const schema = graph.subgraphs.get(service);
  return (text: string): Record<string, unknown> | null => {
    const { query, variables } = JSON.parse(text) as Partial<Body>;
    if (schema === undefined || query === undefined) return null;
    return new Answering({ graph, schema, choose }, variables ?? {}).answer(query);
  };
};
