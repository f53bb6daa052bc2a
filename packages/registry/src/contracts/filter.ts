import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { isTypeDefinitionNode } from 'graphql';
import type { Names } from './names.ts';
import type { ContractSettings } from './settings.ts';
import { tagsOf } from './tags.ts';

/** Why something is left out. */
export interface Reason {
  /** Whether tags say so, its own or those of what is in it; if not, nothing leads to it. */
  readonly isByTag: boolean;
  /** A clause: `it has tag "internal"`. */
  readonly text: string;
}

/** What a contract leaves out, by coordinate. */
export type LeftOut = ReadonlyMap<string, Reason>;

interface Annotated {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

type Filter = Pick<ContractSettings, 'exclude' | 'include'>;

/** Decides by tags, as GraphOS does: see "Contract Reference" in Apollo's documentation. */
class TagFilter {
  readonly left = new Map<string, Reason>();
  readonly #filter: Filter;
  readonly #names: Names;

  constructor(filter: Filter, names: Names) {
    this.#filter = filter;
    this.#names = names;
  }

  #tags(node: Annotated): readonly string[] {
    return tagsOf(node, this.#names.tag);
  }

  #leave(coordinate: string, text: string): void {
    this.left.set(coordinate, { isByTag: true, text });
  }

  /** Exclusion, which is for everything that can have a tag. */
  #exclude(coordinate: string, tags: readonly string[]): void {
    const excluded = tags.find((tag) => this.#filter.exclude.includes(tag));
    if (excluded !== undefined) this.#leave(coordinate, `it has tag "${excluded}"`);
  }

  /** Inclusion, which is for fields and unions alone: else every argument, enum and scalar would need the tag. */
  #filterBoth(coordinate: string, tags: readonly string[]): void {
    const { include } = this.#filter;
    this.#exclude(coordinate, tags);
    if (include.length === 0 || this.left.has(coordinate) || tags.some((tag) => include.includes(tag))) return;
    this.#leave(coordinate, 'it has no tag that the contract includes');
  }

  isGone(coordinate: string, { directives = [] }: Annotated): boolean {
    return this.left.has(coordinate) || directives.some(({ name }) => name.value === this.#names.inaccessible);
  }

  #object({
    name: { value: type },
    fields = [],
    ...node
  }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): void {
    const inherited = this.#tags(node);
    this.#exclude(type, inherited);
    for (const field of fields) {
      const coordinate = `${type}.${field.name.value}`;
      this.#filterBoth(coordinate, [...this.#tags(field), ...inherited]);
      for (const argument of field.arguments ?? []) {
        this.#exclude(`${coordinate}(${argument.name.value}:)`, this.#tags(argument));
      }
    }
    if (this.left.has(type) || !fields.some((field) => this.left.has(`${type}.${field.name.value}`))) return;
    if (fields.every((field) => this.isGone(`${type}.${field.name.value}`, field))) {
      this.#leave(type, 'all its fields are left out');
    }
  }

  #members({ name, ...node }: EnumTypeDefinitionNode | InputObjectTypeDefinitionNode): void {
    this.#exclude(name.value, this.#tags(node));
    const members = node.kind === Kind.ENUM_TYPE_DEFINITION ? node.values : node.fields;
    for (const member of members ?? []) this.#exclude(`${name.value}.${member.name.value}`, this.#tags(member));
  }

  union({ name, types = [] }: UnionTypeDefinitionNode, isGone: (type: string) => boolean): void {
    if (isGone(name.value) || !types.every((member) => isGone(member.name.value))) return;
    this.#leave(name.value, 'all its members are left out');
  }

  type(node: TypeDefinitionNode): void {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        this.#object(node);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        this.#members(node);
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
        this.#exclude(node.name.value, this.#tags(node));
        break;
      case Kind.UNION_TYPE_DEFINITION:
        this.#filterBoth(node.name.value, this.#tags(node));
    }
  }
}

/**
 * What the contract leaves out of a supergraph. A type hands its tags to its fields. An object or interface without a
 * field that stays goes as well, and so does a union without a member; enums and inputs do not: that is a fault.
 */
export const leftOut = (supergraph: DocumentNode, settings: Filter, names: Names): LeftOut => {
  const filter = new TagFilter(settings, names);
  const types = supergraph.definitions.filter(isTypeDefinitionNode);
  for (const type of types) if (!names.isOfSpecification(type.name.value)) filter.type(type);
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const isGone = (name: string): boolean => filter.isGone(name, byName.get(name) ?? {});
  for (const type of types) if (type.kind === Kind.UNION_TYPE_DEFINITION) filter.union(type, isGone);
  return filter.left;
};
