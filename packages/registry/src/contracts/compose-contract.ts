import {
  buildASTSchema,
  isTypeDefinitionNode,
  parse,
  print,
  type DocumentNode,
  type GraphQLSchema,
  type TypeDefinitionNode,
} from 'graphql';
import { readSchemas, type Schemas } from '../composition/schemas.ts';
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
  const schema: GraphQLSchema = buildASTSchema(document, unchecked);
  const types = document.definitions.filter(isTypeDefinitionNode);
  const kept = types.filter(hasTagOf(include, names)).map(({ name }) => name.value);
  const reached = reachFromAnything(schema, names.inaccessible, kept);
  return new Map(
    types
      .map(({ name }) => name.value)
      .filter((name) => !reached.has(name) && !names.isOfSpecification(name))
      .map((name) => [name, 'nothing leads to it']),
  );
};

/**
 * Composes a contract from a supergraph. It takes marks and no elements away, so every router that plans with the
 * supergraph plans with the contract: keys and required fields that clients do not see are still fetched.
 * Throws what the parser throws.
 */
export const composeContract = (supergraphSdl: string, filter: Filter): ComposedContract => {
  const document = parse(supergraphSdl);
  const names = readNames(document);
  const left = leftOut(document, filter, names);
  const filtered = markInaccessible(document, left, names);
  const hidden = filter.hide_unreachable_types ? unreached(filtered, filter, names) : new Map<string, string>();
  const marked = markInaccessible(filtered, hidden, left.size === 0 ? names : { ...names, linksInaccessible: true });
  const all = new Map([...hidden, ...left]);
  try {
    return { schemas: readSchemas(`${print(marked)}\n`), faults: [], leftOut: all, names };
  } catch (error) {
    return { schemas: undefined, faults: readFaults(error, all), leftOut: all, names };
  }
};
