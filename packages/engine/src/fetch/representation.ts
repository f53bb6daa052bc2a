import { isObject, ownValue, type JsonObject } from '../json.ts';
import { isPlainName, type RequiredField, type RequiredSelection } from '../plan.ts';
import type { TypeIndex } from '../types.ts';
import type { ApplyRewrites } from './rewrites.ts';

/** Types that are kept in mind. */
const MAX_TYPES = 100;

/** A field that a representation takes, its JSON key ready to be written. */
export interface Part {
  /** Its key in what was fetched. */
  readonly from: string;
  readonly prefix: string;
  readonly inner: Take | undefined;
}

/** Writes the JSON of what is selected from a value; undefined when something is missing. */
type Take = (value: unknown) => string | undefined;

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
      } else if (typeof typename === 'string' && types.membersOf(selection.type).has(typename)) {
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
    prefix: `${JSON.stringify(key)}:`,
    inner: inner && compileTake(inner, types),
  }));

const writeParts = (entity: JsonObject, parts: readonly Part[]): string | undefined => {
  let json = '';
  for (const { from, prefix, inner } of parts) {
    const value = ownValue(entity, from);
    if (value === undefined) return undefined;
    const text = inner === undefined ? JSON.stringify(value) : inner(value);
    if (text === undefined) return undefined;
    json += json === '' ? prefix + text : `,${prefix}${text}`;
  }
  return json;
};

/** Objects inside a representation: a missing part of one makes it null, as Apollo's executor has it. */
const compileTake = (selections: readonly RequiredSelection[], types: TypeIndex): Take => {
  const write = compileObject(selections, types);
  const take = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(take).join()}]`;
    if (!isObject(value)) return 'null';
    const json = write(value);
    return json === undefined ? 'null' : `{${json}}`;
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
    return writeParts(entity, parts);
  };
};

/** How entities of a type are told apart and named. */
export interface Naming {
  readonly parts: readonly Part[];
  /** The parts but for the type. */
  readonly keys: readonly Part[];
  /** True when no object inherits anything under the keys. */
  readonly arePlain: boolean;
  /** How many fields an object has that holds nothing but what names it. */
  readonly size: number;
  /** True when an object of this size is told apart by all that it holds; a rewrite may make others the same. */
  readonly isFlat: boolean;
}

/** How an entity is named: its representation, made of what the plan requires of it. */
export interface Representing {
  namingOf(typename: string): Naming;
  /** The JSON that a subgraph is given. `undefined` when something is missing. */
  represent(entity: JsonObject, naming: Naming): string | undefined;
}

/** Compiles what is required of an entity. `rewrite` is given a copy. */
export const compileRepresenting = (
  selections: readonly RequiredSelection[],
  types: TypeIndex,
  rewrite: ApplyRewrites | undefined,
): Representing => {
  const namings = new Map<string, Naming>();
  const create = (typename: string): Naming => {
    const parts = compileParts(selections, typename, types);
    const fields = new Set(['__typename', ...parts.map(({ from }) => from)]);
    const keys = parts.filter(({ from }) => from !== '__typename');
    return {
      parts,
      keys,
      size: fields.size,
      arePlain: keys.every(({ from }) => isPlainName(from)),
      isFlat: rewrite === undefined && parts.every(({ inner }) => inner === undefined),
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
    represent: (entity, { parts }) => {
      const fields = writeParts(entity, parts);
      if (!fields) return undefined;
      const json = `{${fields}}`;
      if (rewrite === undefined) return json;
      const representation = JSON.parse(json) as JsonObject;
      rewrite(representation);
      return JSON.stringify(representation);
    },
  };
};
