import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DirectiveNode, type DocumentNode } from 'graphql';
import { linkedFeatures } from './features.ts';

/** What a caller must have. `anyOf` is a list of alternatives; each is a list of names that are all needed. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** The requirements of a supergraph by coordinate: `Type.field`, or `Type` for every use of the type. */
export type RequirementTable = ReadonlyMap<string, readonly Requirement[]>;

/** Specifications that state requirements. Each defines one directive, of its own name. */
const AUTHORIZATION = {
  authenticated: 'https://specs.apollo.dev/authenticated',
  requiresScopes: 'https://specs.apollo.dev/requiresScopes',
  policy: 'https://specs.apollo.dev/policy',
} as const;

type DirectiveName = keyof typeof AUTHORIZATION;

/** Identities of the specifications that are enforced here and must not reach the planner. */
export const authorizationIdentities: readonly string[] = Object.values(AUTHORIZATION);

const alternativesOf = (directive: DirectiveNode, argument: string): readonly (readonly string[])[] => {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value === undefined ? [] : (valueFromASTUntyped(value) as readonly (readonly string[])[]);
};

const readers: Record<DirectiveName, (directive: DirectiveNode) => Requirement> = {
  authenticated: () => ({ kind: 'authenticated' }),
  requiresScopes: (directive) => ({ kind: 'scopes', anyOf: alternativesOf(directive, 'scopes') }),
  policy: (directive) => ({ kind: 'policies', anyOf: alternativesOf(directive, 'policies') }),
};

const readersByNameInFile = (document: DocumentNode): ReadonlyMap<string, (directive: DirectiveNode) => Requirement> =>
  new Map(
    linkedFeatures(document).flatMap((feature) => {
      const names = (Object.keys(AUTHORIZATION) as DirectiveName[]).filter(
        (name) => AUTHORIZATION[name] === feature.identity,
      );
      return names.map((name) => [feature.directiveNamed(name), readers[name]] as const);
    }),
  );

interface Carrier {
  readonly coordinate: string;
  readonly directives: readonly ConstDirectiveNode[];
}

/** Everything the three directives may stand on, with its coordinate. */
const carriersOf = (document: DocumentNode): readonly Carrier[] =>
  document.definitions.flatMap((definition): readonly Carrier[] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION: {
        const type = definition.name.value;
        const fields = (definition.fields ?? []).map(({ name, directives = [] }) => ({
          coordinate: `${type}.${name.value}`,
          directives,
        }));
        return [{ coordinate: type, directives: definition.directives ?? [] }, ...fields];
      }
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_EXTENSION:
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        return [{ coordinate: definition.name.value, directives: definition.directives ?? [] }];
      default:
        return [];
    }
  });

/** Collects `@authenticated`, `@requiresScopes` and `@policy` under whatever names the supergraph imports them. */
export const collectRequirements = (document: DocumentNode): RequirementTable => {
  const readerByName = readersByNameInFile(document);
  const table = new Map<string, readonly Requirement[]>();
  for (const { coordinate, directives } of carriersOf(document)) {
    const found = directives.flatMap((directive) => readerByName.get(directive.name.value)?.(directive) ?? []);
    if (found.length > 0) table.set(coordinate, [...(table.get(coordinate) ?? []), ...found]);
  }
  return table;
};
