import type { Change, Level } from '../change.ts';
import { normalFieldSet, stringOf, type Arguments } from './directives.ts';
import { quoted, sharedElements, usesOn, type Element, type Graphs, type Pair } from './model.ts';

/** A field in one subgraph. */
interface Part {
  readonly resolves: boolean;
  readonly external: boolean;
  readonly requires: string | undefined;
  readonly provides: string | undefined;
  readonly override: string | undefined;
  readonly label: string | undefined;
  /** Of this subgraph, where it is not that of the supergraph. */
  readonly type: string | undefined;
  readonly context: string;
}

const fieldSetOf = (value: unknown): string | undefined => {
  const text = stringOf(value);
  return text === undefined ? undefined : normalFieldSet(text);
};

const partOf = (use: Arguments): Part => ({
  resolves: use['external'] !== true && use['usedOverridden'] !== true,
  external: use['external'] === true,
  requires: fieldSetOf(use['requires']),
  provides: fieldSetOf(use['provides']),
  override: stringOf(use['override']),
  label: stringOf(use['overrideLabel']),
  type: stringOf(use['type']),
  context: JSON.stringify(use['contextArguments'] ?? []),
});

type Parts = ReadonlyMap<string, Part>;

/** Without a directive of its own a field is in every subgraph that has its type. */
const partsOf = (element: Element, model: Graphs): Parts => {
  const own = usesOn(element, 'join__field');
  const type = element.kind === 'type' ? element : model.elements.get(element.parent ?? '');
  const all = own.length > 0 || type === undefined ? own : usesOn(type, 'join__type').map(({ graph }) => ({ graph }));
  return new Map(
    all.flatMap((use) => {
      const id = stringOf(use['graph']);
      return id === undefined ? [] : [[id, partOf(use)] as const];
    }),
  );
};

const ownersOf = (parts: Parts): ReadonlySet<string> =>
  new Set([...parts].filter(([, { resolves }]) => resolves).map(([id]) => id));

interface Comparison {
  readonly coordinate: string;
  readonly old: Parts;
  readonly now: Parts;
}

const moved = ({ coordinate, old, now }: Comparison): readonly Change[] => {
  const [had, have] = [ownersOf(old), ownersOf(now)];
  const left = [...had].filter((id) => !have.has(id));
  const joined = [...have].filter((id) => !had.has(id));
  const [subgraph] = joined;
  const at = { coordinate, ...(subgraph === undefined ? {} : { subgraph }) };
  if (left.length === 0) {
    if (joined.length === 0) return [];
    return [
      {
        ...at,
        kind: 'FIELD_OWNER_ADDED',
        level: 'safe',
        message: `'${coordinate}' is resolved by ${quoted(joined)} as well`,
      },
    ];
  }
  const from = quoted(left);
  const overridden = new Set([...now.values()].map(({ override }) => override));
  const isOverride = left.every((id) => overridden.has(id));
  // With a label both of them resolved it for a while.
  if (joined.length === 0 && !isOverride) {
    const message = `'${coordinate}' is no longer resolved by ${from}, only by ${quoted(have)}`;
    return [{ ...at, kind: 'FIELD_OWNER_REMOVED', level: 'safe', message }];
  }
  const advice = isOverride
    ? 'by @override'
    : `without @override(from: ${from.replaceAll("'", '"')}): until every gateway has the new supergraph, both subgraphs must resolve it`;
  const message = `'${coordinate}' moved from ${from} to ${quoted(joined.length === 0 ? have : joined)} ${advice}`;
  return [{ ...at, kind: 'FIELD_OWNER_CHANGED', level: isOverride ? 'safe' : 'dangerous', message }];
};

/** One thing about a field in a subgraph that may come, go, or change. */
interface Aspect {
  readonly kind: string;
  readonly of: (part: Part) => string | undefined;
  readonly text: (value: string) => string;
  /** What it means that it came or changed, and that it went. */
  readonly level: Level;
  readonly removed: Level;
}

const aspects: readonly Aspect[] = [
  {
    kind: 'REQUIRES',
    of: ({ requires }) => requires,
    text: (fields) => `needs "${fields}" of other subgraphs first (@requires)`,
    level: 'dangerous',
    removed: 'safe',
  },
  {
    kind: 'PROVIDES',
    of: ({ provides }) => provides,
    text: (fields) => `brings "${fields}" along (@provides), which may differ from what their own subgraph says`,
    level: 'safe',
    removed: 'safe',
  },
  {
    kind: 'EXTERNAL',
    of: ({ external }) => (external ? 'external' : undefined),
    text: () => 'is @external',
    level: 'safe',
    removed: 'safe',
  },
  {
    kind: 'OVERRIDE_LABEL',
    of: ({ label }) => label,
    text: (label) => `is overridden for the share of requests of label "${label}"`,
    level: 'safe',
    removed: 'safe',
  },
  {
    kind: 'CONTEXT',
    of: ({ context }) => (context === '[]' ? undefined : context),
    text: () => 'takes arguments from a context (@fromContext)',
    level: 'dangerous',
    removed: 'safe',
  },
];

const aspectChanges = ({ coordinate, old, now }: Comparison): readonly Change[] =>
  [...now].flatMap(([subgraph, part]) => {
    const was = old.get(subgraph);
    return aspects.flatMap(({ kind, of, text, level, removed }): readonly Change[] => {
      const [value, before] = [of(part), was === undefined ? undefined : of(was)];
      if (value === before) return [];
      // In a subgraph that is new to the field, being external is how it is mentioned at all.
      if (was === undefined && kind === 'EXTERNAL') return [];
      const what = value === undefined ? 'REMOVED' : before === undefined ? 'ADDED' : 'CHANGED';
      const verb = value === undefined ? `no longer ${text(before ?? '')}` : text(value);
      const message = `'${coordinate}' in subgraph '${subgraph}' ${verb}`;
      return [{ kind: `${kind}_${what}`, level: value === undefined ? removed : level, message, coordinate, subgraph }];
    });
  });

/** The type in one subgraph, where that of the supergraph did not change with it. */
const typeChanges = (at: Comparison, types: { readonly old: string; readonly now: string }): readonly Change[] => {
  const { coordinate, old, now } = at;
  if (types.old !== types.now) return [];
  return [...now].flatMap(([subgraph, part]): readonly Change[] => {
    const was = old.get(subgraph);
    const [before, type] = [was?.type ?? types.old, part.type ?? types.now];
    if (was === undefined || before === type) return [];
    const message = `'${coordinate}' is ${type} instead of ${before} in subgraph '${subgraph}'; clients still see ${types.now}`;
    return [{ kind: 'SUBGRAPH_TYPE_CHANGED', level: 'safe', message, coordinate, subgraph }];
  });
};

/** Who resolves fields, and what they need for it. */
export const fieldChanges = (models: Pair<Graphs>): readonly Change[] =>
  sharedElements(models).flatMap(([before, after]) => {
    if (before.kind !== 'field' && before.kind !== 'input field') return [];
    const [old, now] = [partsOf(before, models.before), partsOf(after, models.after)];
    const at = { coordinate: before.coordinate, old, now };
    const types = typeChanges(at, { old: before.type, now: after.type });
    return before.kind === 'field' ? [...moved(at), ...aspectChanges(at), ...types] : types;
  });

/** The subgraph that an element comes from: of a field the first whose type changed, else the first that resolves it. */
export const originOf = ({ before, after }: Pair<Graphs>, coordinate: string): string | undefined => {
  const own = coordinate.replace(/\(.*$/, '');
  const [old, now] = [before.elements.get(own), after.elements.get(own)];
  const parts = { old: old && partsOf(old, before), now: now && partsOf(now, after) };
  const typeIn = (id: string, side: 'old' | 'now', element: Element | undefined) =>
    parts[side]?.get(id)?.type ?? element?.type;
  const changed = [...(parts.now?.keys() ?? [])].find(
    (id) => parts.old?.has(id) && typeIn(id, 'old', old) !== typeIn(id, 'now', now),
  );
  const owners = [...(parts.now ?? parts.old ?? [])].filter(([, { resolves }]) => resolves);
  return changed ?? owners[0]?.[0];
};
