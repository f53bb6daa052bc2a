import {
  Kind,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type NameNode,
  type OperationTypeNode,
} from 'graphql';
import type { Place } from '../finding.ts';
import { documentOf } from '../project/documents.ts';
import type { Subgraph } from '../project/project.ts';
import { parentOf } from './api/elements.ts';

/** Where elements of the schema are written. */
export interface Places {
  /**
   * Of an element, else of what holds it, else of the file. In the preferred subgraph if it is there, else in the first
   * one that has it.
   */
  placeOf(coordinate: string, preferred?: string): { readonly subgraph: string; readonly place: Place } | undefined;
}

interface Named {
  readonly coordinate: string;
  readonly name: NameNode;
}

const rootNames: Readonly<Record<OperationTypeNode, string>> = {
  query: 'Query',
  mutation: 'Mutation',
  subscription: 'Subscription',
};

/** Root types of a subgraph by their own names; the supergraph has the usual ones. */
const renamed = ({ definitions }: DocumentNode): ReadonlyMap<string, string> =>
  new Map(
    definitions
      .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
      .flatMap((node) => ('operationTypes' in node ? (node.operationTypes ?? []) : []))
      .map(({ type, operation }) => [type.name.value, rootNames[operation]]),
  );

const membersOf = (definition: DefinitionNode, type: string): readonly Named[] => {
  if ('values' in definition) {
    return (definition.values ?? []).map(({ name }) => ({ coordinate: `${type}.${name.value}`, name }));
  }
  if (!('fields' in definition)) return [];
  return (definition.fields ?? []).flatMap((field) => {
    const coordinate = `${type}.${field.name.value}`;
    const args = 'arguments' in field ? (field.arguments ?? []) : [];
    return [
      { coordinate, name: field.name },
      ...args.map(({ name }) => ({ coordinate: `${coordinate}(${name.value}:)`, name })),
    ];
  });
};

const namesIn = (document: DocumentNode): readonly Named[] => {
  const roots = renamed(document);
  return document.definitions.flatMap((definition): readonly Named[] => {
    const name = 'name' in definition ? definition.name : undefined;
    if (name === undefined) return [];
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      const args = definition.arguments ?? [];
      return [
        { coordinate: `@${name.value}`, name },
        ...args.map((argument) => ({ coordinate: `@${name.value}(${argument.name.value}:)`, name: argument.name })),
      ];
    }
    const type = roots.get(name.value) ?? name.value;
    return [{ coordinate: type, name }, ...membersOf(definition, type)];
  });
};

const placeOfNode = ({ loc }: ASTNode, file: string): Place => {
  // Of the token, which knows: `getLocation` counts the lines from the beginning of the file, for each element.
  const { line, column } = loc?.startToken ?? { line: 1, column: 1 };
  return { file, line, column };
};

const findPlaces = (subgraphs: readonly Subgraph[]): Places => {
  const found = new Map<string, { subgraph: string; place: Place }[]>();
  for (const each of subgraphs) {
    const { name: subgraph, file } = each;
    if (file === undefined) continue;
    for (const { coordinate, name } of namesIn(documentOf(each))) {
      const known = found.get(coordinate) ?? [];
      if (known.length === 0) found.set(coordinate, known);
      known.push({ subgraph, place: placeOfNode(name, file) });
    }
  }
  const beginningOf = (name: string | undefined): ReturnType<Places['placeOf']> => {
    const file = subgraphs.find((subgraph) => subgraph.name === name)?.file;
    return name === undefined || file === undefined
      ? undefined
      : { subgraph: name, place: { file, line: 1, column: 1 } };
  };
  const placeOf: Places['placeOf'] = (coordinate, preferred) => {
    const known = found.get(coordinate) ?? [];
    const parent = parentOf(coordinate);
    return (
      known.find(({ subgraph }) => subgraph === preferred) ??
      known[0] ??
      (parent === undefined ? beginningOf(preferred) : placeOf(parent, preferred))
    );
  };
  return { placeOf };
};

const made = new WeakMap<readonly Subgraph[], Places>();

/** Finds elements in the schemas of subgraphs, which are looked through once. Those without a file have no places. */
export const createPlaces = (subgraphs: readonly Subgraph[]): Places => {
  const places = made.get(subgraphs) ?? findPlaces(subgraphs);
  made.set(subgraphs, places);
  return places;
};
