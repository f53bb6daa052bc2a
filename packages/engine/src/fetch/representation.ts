import { isObject, mergeInto, ownValue, type JsonObject } from '../json.ts';
import { isPlainName, type RequiredField, type RequiredSelection } from '../plan.ts';
import type { TypeIndex } from '../types.ts';
import type { ApplyRewrites } from './rewrites.ts';

/** Types that are kept in mind. */
const MAX_TYPES = 100;

/** A field that a representation takes, its JSON key ready to be written. */
export interface Part {
  /** Its key in what was fetched. */
  readonly from: string;
  readonly read: (object: JsonObject) => unknown;
  readonly prefix: string;
  readonly inner: Take | undefined;
}

/** Writes the JSON of what is selected from a value; undefined when something is missing. */
type Take = (value: unknown) => string | undefined;

/** Generated where it can be: an access of its own for each key sees objects of few shapes. */
const compileRead = (key: string): ((object: JsonObject) => unknown) =>
  isPlainName(key)
    ? (new Function('o', `return o.${key}`) as (object: JsonObject) => unknown)
    : (object) => ownValue(object, key);

/** The same for the keys of an object: true when it has no others than these. */
const compileHasOnly = (keys: readonly string[]): ((object: JsonObject) => boolean) => {
  if (!keys.every(isPlainName)) return (object) => Object.keys(object).every((key) => keys.includes(key));
  const isOther = keys.map((key) => `k!=='${key}'`).join('&&');
  return new Function('o', `for(const k in o)if(${isOther})return false;return true`) as (
    object: JsonObject,
  ) => boolean;
};

/** JSON of a leaf. `isPlain`: no string of what was fetched needs escaping. */
const textOf = (value: unknown, isPlain: boolean): string =>
  isPlain && typeof value === 'string' ? `"${value}"` : JSON.stringify(value);

const isOf = (typename: unknown, condition: string, types: TypeIndex): boolean =>
  typeof typename === 'string' && types.membersOf(condition).has(typename);

/** The fields that are selected from objects of a type; those of several fragments that apply are laid together. */
const fieldsFor = (
  selections: readonly RequiredSelection[],
  typename: unknown,
  types: TypeIndex,
): readonly RequiredField[] => {
  const fields = new Map<string, RequiredField>();
  const collect = (all: readonly RequiredSelection[]): void => {
    for (const selection of all) {
      if (selection.kind === 'field') {
        const inner = [...(fields.get(selection.key)?.selections ?? []), ...(selection.selections ?? [])];
        fields.set(selection.key, { ...selection, selections: selection.selections && inner });
      } else if (isOf(typename, selection.type, types)) {
        collect(selection.selections);
      }
    }
  };
  collect(selections);
  return [...fields.values()];
};

const compileParts = (selections: readonly RequiredSelection[], typename: unknown, types: TypeIndex): readonly Part[] =>
  fieldsFor(selections, typename, types).map(({ from, key, selections: inner }) => ({
    from,
    read: compileRead(from),
    prefix: `${JSON.stringify(key)}:`,
    inner: inner && compileTake(inner, types),
  }));

const writeParts = (entity: JsonObject, parts: readonly Part[], isPlain: boolean): string | undefined => {
  let json = '';
  for (const { read, prefix, inner } of parts) {
    const value = read(entity);
    if (value === undefined) return undefined;
    const text = inner === undefined ? textOf(value, isPlain) : inner(value);
    if (text === undefined) return undefined;
    json += json === '' ? prefix + text : `,${prefix}${text}`;
  }
  return json;
};

/** Objects inside a representation. */
const compileTake = (selections: readonly RequiredSelection[], types: TypeIndex): Take => {
  const write = compileObject(selections, types);
  const take = (value: unknown): string | undefined => {
    if (Array.isArray(value)) {
      const elements = value.map(take);
      return elements.includes(undefined) ? undefined : `[${elements.join()}]`;
    }
    if (!isObject(value)) return 'null';
    const json = write(value);
    return json === undefined ? undefined : `{${json}}`;
  };
  return take;
};

const compileObject = (
  selections: readonly RequiredSelection[],
  types: TypeIndex,
): ((entity: JsonObject) => string | undefined) => {
  const byType = new Map<unknown, readonly Part[]>();
  return (entity) => {
    const typename = entity['__typename'];
    let parts = byType.get(typename);
    if (parts === undefined) {
      parts = compileParts(selections, typename, types);
      // A subgraph may invent types; those that it may have are few.
      if (byType.size < MAX_TYPES) byType.set(typename, parts);
    }
    return writeParts(entity, parts, false);
  };
};

/**
 * What there is of a value when something is missing: an object without one of its own fields is null, and a fragment
 * without one of its fields is left out, as Apollo's executor has it.
 */
const remainder = (value: unknown, selections: readonly RequiredSelection[], types: TypeIndex): unknown => {
  if (Array.isArray(value)) return value.map((element) => remainder(element, selections, types));
  if (!isObject(value)) return null;
  const taken: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'field') {
      const own = ownValue(value, selection.from);
      if (own === undefined) return null;
      taken[selection.key] = selection.selections === undefined ? own : remainder(own, selection.selections, types);
    } else if (isOf(value['__typename'], selection.type, types)) {
      const inner = remainder(value, selection.selections, types);
      if (isObject(inner)) mergeInto(taken, inner);
    }
  }
  return taken;
};

/** True when a missing field may cost less than all that is selected from objects of a type. */
const isDivisible = (selections: readonly RequiredSelection[], typename: string, types: TypeIndex): boolean => {
  const own = selections.filter((each) => each.kind === 'field' || isOf(typename, each.type, types));
  return own.some(
    (selection) =>
      selection.kind === 'fragment' && (own.length > 1 || isDivisible(selection.selections, typename, types)),
  );
};

/** How entities of a type are told apart and named. */
export interface Naming {
  readonly parts: readonly Part[];
  /** The parts but for the type. */
  readonly keys: readonly Part[];
  /** True of an object that holds nothing but what names it. */
  readonly isBare: (object: JsonObject) => boolean;
  /** True when an object with nothing else is told apart by all that it holds; a rewrite may make others the same. */
  readonly isFlat: boolean;
}

/** How an entity is named: its representation, made of what the plan requires of it. */
export interface Representing {
  namingOf(typename: string): Naming;
  /** The JSON that a subgraph is given. `undefined` when too much is missing. `isPlain`: none of its strings needs escaping. */
  represent(entity: JsonObject, naming: Naming, isPlain: boolean): string | undefined;
}

/** Compiles what is required of an entity. `rewrite` is given a copy. */
export const compileRepresenting = (
  selections: readonly RequiredSelection[],
  types: TypeIndex,
  rewrite: ApplyRewrites | undefined,
): Representing => {
  const namings = new Map<string, Naming>();
  const restOf = (entity: JsonObject): string | undefined => {
    const rest = remainder(entity, selections, types);
    return isObject(rest) && rest['__typename'] !== undefined ? JSON.stringify(rest) : undefined;
  };
  const create = (typename: string): Naming => {
    const parts = compileParts(selections, typename, types);
    const keys = parts.filter(({ from }) => from !== '__typename');
    return {
      parts,
      keys,
      isBare: compileHasOnly([...new Set(['__typename', ...parts.map(({ from }) => from)])]),
      isFlat:
        rewrite === undefined &&
        parts.every(({ inner }) => inner === undefined) &&
        !isDivisible(selections, typename, types),
    };
  };
  return {
    namingOf: (typename) => {
      const known = namings.get(typename);
      if (known !== undefined) return known;
      const naming = create(typename);
      // A subgraph may invent types; those that it may have are few.
      if (namings.size < MAX_TYPES) namings.set(typename, naming);
      return naming;
    },
    represent: (entity, { parts }, isPlain) => {
      const fields = writeParts(entity, parts, isPlain);
      const json = fields === undefined ? restOf(entity) : fields && `{${fields}}`;
      if (!json) return undefined;
      if (rewrite === undefined) return json;
      const representation = JSON.parse(json) as JsonObject;
      rewrite(representation);
      return JSON.stringify(representation);
    },
  };
};
