import { answeredFields, possibleTypes } from './entities.ts';
import type { FieldElement, SubgraphSchema } from './elements.ts';
import type { Graph } from './graph.ts';
import { isNonNull, nameOf } from './type-nodes.ts';

/**
 * The subgraph that an entity belongs to: the one that answers most of its fields, by name. Undefined where several
 * answer as many: the entity then belongs to nobody.
 */
export const ownerOf = (graph: Graph, entity: string): string | undefined => {
  const bySubgraph = Map.groupBy(answeredFields(graph, entity), ({ subgraph }) => subgraph.name);
  const counts = [...bySubgraph].map(([name, fields]) => ({
    name,
    count: new Set(fields.map((each) => each.name)).size,
  }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first?.count === second?.count ? undefined : first?.name;
};

/** The fields of an entity that must not be null, and that this subgraph has to leave to others. */
export const foreignNonNull = (graph: Graph, entity: string, subgraph: SubgraphSchema): readonly FieldElement[] => {
  const all = answeredFields(graph, entity);
  const here = new Set(all.filter((field) => field.subgraph === subgraph).map(({ name }) => name));
  return all.filter((field) => isNonNull(field.node.type) && !here.has(field.name));
};

/** A field of an object together with one of the types that it can return. */
export interface Reference {
  readonly field: FieldElement;
  readonly to: string;
}

/** Every field that returns a type with a `@key`, in every subgraph. */
export const referencesTo = (graph: Graph, entities: ReadonlySet<string>): readonly Reference[] => {
  const possible = new Map<string, readonly string[]>();
  return graph.fields.flatMap((field) => {
    const name = nameOf(field.node.type);
    if (!possible.has(name))
      possible.set(
        name,
        possibleTypes(graph, name).filter((each) => entities.has(each)),
      );
    return (possible.get(name) ?? []).map((to) => ({ field, to }));
  });
};

/** Names of the entities that more than one subgraph has. */
export const sharedEntities = (graph: Graph): ReadonlySet<string> => {
  const keyed = graph.types.filter((type) =>
    (type.node.directives ?? []).some(({ name }) => type.subgraph.canonical(name.value) === 'key'),
  );
  return new Set(
    keyed.map(({ name }) => name).filter((name) => new Set(graph.named(name).map(({ subgraph }) => subgraph)).size > 1),
  );
};
