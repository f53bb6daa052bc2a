import type { Change } from '../change.ts';
import { normalFieldSet, stringOf } from './directives.ts';
import { quoted, sharedElements, usesOn, type Element, type Graphs, type Pair } from './model.ts';

/** Keys by subgraph: whether entities are resolved by them. */
type Keys = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

const keysOf = (element: Element): Keys => {
  const all = new Map<string, Map<string, boolean>>();
  for (const { graph, key, resolvable } of usesOn(element, 'join__type')) {
    const id = stringOf(graph) ?? '';
    const keys = all.get(id) ?? new Map<string, boolean>();
    all.set(id, keys);
    const fields = stringOf(key);
    if (fields !== undefined) keys.set(normalFieldSet(fields), resolvable !== false);
  }
  return all;
};

/** The other subgraphs that know entities by this key, and so come to this one with it. */
const othersWith = (keys: Keys, key: string, own: string): readonly string[] =>
  [...keys].filter(([id, known]) => id !== own && known.has(key)).map(([id]) => id);

interface Comparison {
  readonly coordinate: string;
  readonly old: Keys;
  readonly subgraph: string;
}

const lost = ({ coordinate, old, subgraph }: Comparison, keys: readonly string[], now: readonly string[]): Change[] =>
  keys.map((key) => {
    const others = othersWith(old, key, subgraph);
    const becomes = now.length === 0 ? 'was removed' : `became ${now.map((each) => `"${each}"`).join(' and ')}`;
    const users =
      others.length === 0
        ? 'No other subgraph has it'
        : `${quoted(others)} resolve '${coordinate}' by it: gateways with the old supergraph still send it, so keep resolving it until they have the new one`;
    return {
      kind: now.length === 0 ? 'KEY_REMOVED' : 'KEY_CHANGED',
      level: others.length === 0 ? 'safe' : 'dangerous',
      message: `Key "${key}" of '${coordinate}' ${becomes} in subgraph '${subgraph}'. ${users}`,
      coordinate,
      subgraph,
    };
  });

const resolvability = (at: Comparison, was: ReadonlyMap<string, boolean>, now: ReadonlyMap<string, boolean>) =>
  [...was].flatMap(([key, resolved]): readonly Change[] => {
    const resolves = now.get(key) ?? resolved;
    if (resolved === resolves) return [];
    const { coordinate, subgraph } = at;
    const message = `Subgraph '${subgraph}' ${resolves ? 'resolves' : 'no longer resolves'} '${coordinate}' by key "${key}"`;
    const level = resolves ? 'safe' : 'dangerous';
    return [{ kind: 'KEY_RESOLVABLE_CHANGED', level, message, coordinate, subgraph }];
  });

const inGraph = (at: Comparison, now: ReadonlyMap<string, boolean>): readonly Change[] => {
  const { coordinate, old, subgraph } = at;
  const was = old.get(subgraph) ?? new Map<string, boolean>();
  const removed = [...was.keys()].filter((key) => !now.has(key));
  const added = [...now.keys()].filter((key) => !was.has(key));
  const isChange = removed.length > 0 && added.length > 0;
  return [
    ...lost(at, removed, isChange ? added : []),
    ...(isChange ? [] : added).map((key): Change => {
      const message = `Subgraph '${subgraph}' resolves '${coordinate}' by key "${key}" as well`;
      return { kind: 'KEY_ADDED', level: 'safe', message, coordinate, subgraph };
    }),
    ...resolvability(at, was, now),
  ];
};

/** How entities are found: by which keys, and in which subgraphs. */
export const keyChanges = (models: Pair<Graphs>): readonly Change[] =>
  sharedElements(models).flatMap(([before, after]) => {
    if (before.kind !== 'type') return [];
    const [old, now] = [keysOf(before), keysOf(after)];
    return [...now].flatMap(([subgraph, keys]) =>
      // A subgraph that has the type for the first time is told of by its fields.
      old.has(subgraph) ? inGraph({ coordinate: before.coordinate, old, subgraph }, keys) : [],
    );
  });
