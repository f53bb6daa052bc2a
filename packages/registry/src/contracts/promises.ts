import type { GraphQLSchema } from 'graphql';
import type { ComposedContract } from './compose-contract.ts';
import { visibleMembers, type Element } from './elements.ts';
import type { Names } from './names.ts';
import { pathTo, reachFromRoots, type Reached } from './reach.ts';
import { tagsOf } from './tags.ts';

/** How a promise that something is `unreachable` is broken. */
export interface BrokenPromise {
  /** As registry.yaml has it: `Customer`, `@pii`. */
  readonly promise: string;
  /** `Query.offers → Offer.audience → Segment.member → Customer`. */
  readonly path: string;
  /** The end of the path. */
  readonly coordinate: string;
}

interface Seen {
  readonly schema: GraphQLSchema;
  readonly reached: Reached;
  readonly names: Names;
}

const brokenByTag = (promise: string, { schema, reached, names }: Seen): readonly BrokenPromise[] => {
  const hasTag = ({ astNode }: Element): boolean =>
    astNode != null && tagsOf(astNode, names.tag).includes(promise.slice(1));
  return [...reached.keys()].flatMap((name) => {
    const type = schema.getType(name);
    if (type === undefined) return [];
    const elements: readonly (readonly [string, Element])[] = [
      [name, type],
      ...visibleMembers(type, names.inaccessible),
    ];
    return elements
      .filter(([, element]) => hasTag(element))
      .map(([coordinate]) => ({ promise, coordinate, path: pathTo(reached, name, coordinate) }));
  });
};

const brokenBy = (promise: string, seen: Seen): readonly BrokenPromise[] => {
  if (promise.startsWith('@')) return brokenByTag(promise, seen);
  const { reached } = seen;
  return reached.has(promise) ? [{ promise, coordinate: promise, path: pathTo(reached, promise, promise) }] : [];
};

/** The promises that a contract does not keep, with a shortest path to each element that breaks one. */
export const brokenPromises = (
  { schemas, names }: Pick<ComposedContract, 'schemas' | 'names'>,
  unreachable: readonly string[],
): readonly BrokenPromise[] => {
  if (schemas === undefined) return [];
  const schema = schemas.supergraph;
  const seen = { schema, names, reached: reachFromRoots(schema, names.inaccessible) };
  return unreachable.flatMap((promise) => brokenBy(promise, seen));
};
