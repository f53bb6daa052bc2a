import { buildASTSchema, isTypeDefinitionNode, print, type DocumentNode, type TypeDefinitionNode } from 'graphql';
import { readApi, type Schemas } from '../composition/schemas.ts';
import { readFaults, type ContractFault } from './faults.ts';
import { leftOut, type LeftOut } from './filter.ts';
import { markInaccessible } from './marks.ts';
import { readNames, type Names } from './names.ts';
import { reachFromAnything } from './reach.ts';
import type { ContractSettings } from './settings.ts';
import { tagsOf } from './tags.ts';

/** A contract of a supergraph: what its clients see, or why there is no such schema. */
export interface ComposedContract {
  /** Its supergraph is the whole one with more of it `@inaccessible`. Undefined where there are faults. */
  readonly schemas: Schemas | undefined;
  readonly faults: readonly ContractFault[];
  readonly leftOut: LeftOut;
  readonly names: Names;
}

type Filter = Pick<ContractSettings, 'exclude' | 'include' | 'hide_unreachable_types'>;

const unchecked = { assumeValid: true, assumeValidSDL: true };

const hasTagOf =
  (tags: readonly string[], { tag }: Names) =>
  (type: TypeDefinitionNode) =>
    tagsOf(type, tag).some((name) => tags.includes(name));

/** Types that nothing leads to. One with an included tag was meant to be there, as in GraphOS. */
const unreached = (document: DocumentNode, { include }: Filter, names: Names): LeftOut => {
  const schema = buildASTSchema(document, unchecked);
  const types = document.definitions.filter(isTypeDefinitionNode);
  const kept = types.filter(hasTagOf(include, names)).map(({ name }) => name.value);
  const reached = reachFromAnything(schema, names.inaccessible, kept);
  return new Map(
    types
      .map(({ name }) => name.value)
      .filter((name) => !reached.has(name) && !names.isOfSpecification(name))
      .map((name) => [name, { isByTag: false, text: 'nothing leads to it' }]),
  );
};

/**
 * Composes a contract from a supergraph. It adds marks and takes no element away, so every router that plans with the
 * supergraph plans with the contract: keys and required fields that clients do not see are still fetched.
 */
export const composeContract = (supergraph: DocumentNode, filter: Filter): ComposedContract => {
  const names = readNames(supergraph);
  const left = leftOut(supergraph, filter, names);
  const filtered = markInaccessible(supergraph, left, names);
  const hidden = filter.hide_unreachable_types ? unreached(filtered, filter, names) : new Map<string, never>();
  const marked = markInaccessible(filtered, hidden, left.size === 0 ? names : { ...names, linksInaccessible: true });
  const found = { leftOut: new Map([...hidden, ...left]), names };
  const supergraphSdl = `${print(marked)}\n`;
  try {
    const schemas = { supergraphSdl, supergraph: buildASTSchema(marked, unchecked), api: readApi(supergraphSdl) };
    return { ...found, schemas, faults: [] };
  } catch (error) {
    return { ...found, schemas: undefined, faults: readFaults(error, found.leftOut) };
  }
};
