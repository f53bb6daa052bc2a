import { Kind, print, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import { documentOf } from '../../project/documents.ts';
import type { Subgraph } from '../../project/project.ts';
import { readNames, stringOf, usesOfDirective, type Annotated, type Arguments } from '../federation/directives.ts';
import type { Element, Graphs } from '../federation/model.ts';

/** With the document of each; undefined when one of them is no GraphQL. */
const parseAll = (subgraphs: readonly Subgraph[]): readonly (readonly [string, DocumentNode])[] | undefined => {
  try {
    return subgraphs.map((subgraph) => [subgraph.name, documentOf(subgraph)] as const);
  } catch {
    // Composers say so, and without it nothing that others have in common with it could be told.
    return undefined;
  }
};

const isOfFederation = (node: Annotated): boolean =>
  usesOfDirective([node], 'link').some(({ url }) => String(url).startsWith('https://specs.apollo.dev/federation/'));

/** A subgraph, with the names that it gives directives of federation. */
interface Source {
  readonly graph: string;
  /** Written for the first federation, where whatever is no entity may be in any subgraph. */
  readonly isFirst: boolean;
  readonly uses: (node: Annotated, directive: string) => readonly Arguments[];
}

interface Definition extends Annotated {
  readonly name: string;
  readonly fields: readonly FieldDefinitionNode[];
}

const definitionsIn = ({ definitions }: DocumentNode): readonly Definition[] =>
  definitions.flatMap((node): readonly Definition[] => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return [{ name: node.name.value, fields: node.fields ?? [], directives: node.directives ?? [] }];
      default:
        return [];
    }
  });

interface Collected {
  readonly element: Pick<Element, 'coordinate' | 'kind' | 'type' | 'parent'>;
  readonly types: Arguments[];
  readonly fields: Arguments[];
}

class SourceReader {
  readonly #elements = new Map<string, Collected>();
  /** Subgraphs that another one takes a field over from, by its coordinate. */
  readonly #overridden = new Set<string>();

  add(graph: string, document: DocumentNode): void {
    const isRoot = ({ kind }: { kind: Kind }): boolean =>
      kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION;
    const links = document.definitions.filter(isRoot);
    const isFirst = !links.some(isOfFederation);
    const nameOf = readNames(links);
    const uses: Source['uses'] = (node, directive) =>
      usesOfDirective([node], isFirst ? directive : nameOf('federation', directive));
    for (const definition of definitionsIn(document)) this.#type(definition, { graph, isFirst, uses });
  }

  get elements(): ReadonlyMap<string, Element> {
    return new Map(
      [...this.#elements].map(([coordinate, { element, types, fields }]) => {
        const own = fields.filter(({ graph }) => !this.#overridden.has(`${coordinate} of ${String(graph)}`));
        const byName = new Map([
          ['join__type', types],
          ['join__field', own],
        ]);
        return [coordinate, { ...element, isComposite: false, uses: (name) => byName.get(name) ?? [] }];
      }),
    );
  }

  #type(definition: Definition, source: Source): void {
    const { graph, isFirst, uses } = source;
    const { name, fields } = definition;
    const { types } = this.#collect({ coordinate: name, kind: 'type', type: name, parent: undefined });
    const isInterfaceObject = uses(definition, 'interfaceObject').length > 0;
    const isShared = isFirst || uses(definition, 'shareable').length > 0;
    types.push({ graph, isInterfaceObject, shareable: isShared });
    for (const { fields: key, resolvable } of uses(definition, 'key')) {
      types.push({ graph, key, resolvable, isInterfaceObject });
    }
    for (const field of fields) this.#field(field, isShared, { ...source, parent: name });
  }

  #field(field: FieldDefinitionNode, isShared: boolean, { graph, uses, parent }: Source & { parent: string }): void {
    const coordinate = `${parent}.${field.name.value}`;
    const type = print(field.type);
    const [override] = uses(field, 'override');
    const from = stringOf(override?.['from']);
    const label = stringOf(override?.['label']);
    if (from !== undefined && label === undefined) this.#overridden.add(`${coordinate} of ${from}`);
    this.#collect({ coordinate, kind: 'field', type, parent }).fields.push({
      graph,
      type,
      override: from,
      overrideLabel: label,
      external: uses(field, 'external').length > 0,
      requires: uses(field, 'requires')[0]?.['fields'],
      provides: uses(field, 'provides')[0]?.['fields'],
      shareable: isShared || uses(field, 'shareable').length > 0,
    });
  }

  #collect(element: Collected['element']): Collected {
    const known = this.#elements.get(element.coordinate);
    if (known !== undefined) return known;
    const collected = { element, types: [], fields: [] };
    this.#elements.set(element.coordinate, collected);
    return collected;
  }
}

/**
 * Subgraphs as they are written, in the form of a supergraph, whether they compose or not. Types and fields also say
 * whether they are `shareable`, which a supergraph does not tell. Undefined when one of them does not parse.
 */
export const readSources = (subgraphs: readonly Subgraph[]): Graphs | undefined => {
  const documents = parseAll(subgraphs);
  if (documents === undefined) return undefined;
  const reader = new SourceReader();
  for (const [name, document] of documents) reader.add(name, document);
  const graphs = subgraphs.map(({ name, routingUrl: url }) => [name, { name, url }] as const);
  return { graphs: new Map(graphs), elements: reader.elements };
};
