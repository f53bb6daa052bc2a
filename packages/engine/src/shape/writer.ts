import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { JsonObject } from '../json.ts';
import type { Shared } from '../shared.ts';
import { leafTools, leavesSource, unusual, type LeafSlot } from './leaves.ts';
import { typenameKeys, type Selected, type SelectedField } from './selection.ts';

/**
 * Checks, shapes and writes what was fetched as the JSON of `data`, in one pass. Undefined when anything is unusual: then
 * the reference decides what the answer is.
 */
export type Writer = (fetched: JsonObject, nature: Nature) => string | undefined;

/** What is known of everything that was fetched. */
interface Nature {
  /** No string needs escaping. */
  readonly isPlain: boolean;
  /** What stands at several places is written once, and its text is used again. */
  readonly shared: Shared;
}

/** Fields that are asked of objects of one type under one key. */
interface Asked {
  readonly field: SelectedField;
  readonly selections: readonly Selected[];
}

/** Where a value is while it is written. */
interface At {
  readonly value: string;
  /** In how many lists. */
  readonly depth: number;
}

/** Generates the source of the functions of one operation; each writes the objects of one type at one place. */
class Generator {
  readonly functions: string[] = [];
  /** What each function writes, by its number. */
  readonly types: string[] = [];
  /** The values of enums, by name. */
  readonly enums: Record<string, ReadonlySet<unknown>> = {};
  readonly #schema: GraphQLSchema;
  readonly #isPlain: boolean;
  readonly #known = new Map<string, string>();

  /** `isPlain`: no string needs escaping. */
  constructor(schema: GraphQLSchema, isPlain: boolean) {
    this.#schema = schema;
    this.#isPlain = isPlain;
  }

  /** The name of a function that writes an object, given that it is of the type. */
  objectOf(type: GraphQLCompositeType, selections: readonly Selected[]): string {
    const id = `${type.name} ${selections.map((selection) => selection.id).join()}`;
    const ready = this.#known.get(id);
    if (ready !== undefined) return ready;
    const number = this.#known.size;
    const name = `o${number}`;
    this.#known.set(id, name);
    this.types.push(type.name);
    const known = `const m=texts===null?null:texts[${number}];if(m!==null){const t=m.get(o);if(t!==undefined)return t}`;
    const keep = 'if(m!==null)m.set(o,s);';
    this.functions.push(`function ${name}(o){${known}let s='';${this.#fields(type, selections)}${keep}return s}`);
    return name;
  }

  /** Code that adds all fields to `s`. Leaves that follow one another are added at once. */
  #fields(type: GraphQLCompositeType, selections: readonly Selected[]): string {
    const asked = [...this.#askedOf(type, selections)];
    let source = '';
    let before = '{';
    let leaves: LeafSlot[] = [];
    for (const [index, [key, { field, selections: inner }]] of asked.entries()) {
      before += `${index === 0 ? '' : ','}"${key}":`;
      if (field.type === null) {
        // The type of an object is known where it is written; what the subgraph says of it was checked there.
        if (isAbstractType(type)) return 'throw unusual;';
        before += `"${type.name}"`;
        continue;
      }
      const value = `v${index}`;
      source += `const ${value}=o.${key};`;
      const leaf = this.#leafOf(field.type, value, before);
      if (leaf !== undefined) leaves.push(leaf);
      else {
        source += leavesSource(leaves, before, this.#isPlain);
        source += this.#value(field.type, { value, depth: 0 }, inner);
        leaves = [];
      }
      before = '';
    }
    return source + leavesSource(leaves, `${before}}`, this.#isPlain);
  }

  /** What is asked of objects of a type, in the order of the operation; the same key twice is one field. */
  #askedOf(type: GraphQLCompositeType, selections: readonly Selected[]): ReadonlyMap<string, Asked> {
    const asked = new Map<string, Asked>();
    const collect = (all: readonly Selected[]): void => {
      for (const selection of all) {
        if (selection.kind === 'fragment') {
          const { type: condition } = selection;
          const applies =
            condition === type ||
            (isAbstractType(condition) && !isUnionType(type) && this.#schema.isSubType(condition, type));
          if (applies) collect(selection.selections);
          continue;
        }
        const known = asked.get(selection.key);
        asked.set(selection.key, {
          field: known?.field ?? selection,
          selections: [...(known?.selections ?? []), ...selection.selections],
        });
      }
    };
    collect(selections);
    return asked;
  }

  /** Code that adds a value to `s`. */
  #value(type: GraphQLOutputType, at: At, selections: readonly Selected[]): string {
    const leaf = this.#leafOf(type, at.value, '');
    if (leaf !== undefined) return leavesSource([leaf], '', this.#isPlain);
    const { value } = at;
    if (isNonNullType(type)) return `if(${value}==null)throw unusual;${this.#present(type.ofType, at, selections)}`;
    return `if(${value}==null)s+='null';else{${this.#present(type, at, selections)}}`;
  }

  #present(type: GraphQLOutputType, { value, depth }: At, selections: readonly Selected[]): string {
    if (!isListType(type)) return this.#composite(type, value, selections);
    const [index, element] = [`i${depth}`, `e${depth}`];
    const inner = this.#value(type.ofType, { value: element, depth: depth + 1 }, selections);
    return (
      `if(!Array.isArray(${value}))throw unusual;s+='[';` +
      `for(let ${index}=0;${index}<${value}.length;${index}++){const ${element}=${value}[${index}];if(${index}>0)s+=',';${inner}}s+=']';`
    );
  }

  #leafOf(type: GraphQLOutputType, value: string, before: string): LeafSlot | undefined {
    const leaf = getNullableType(type);
    if (!isLeafType(leaf)) return undefined;
    if (isEnumType(leaf)) this.enums[leaf.name] ??= new Set(leaf.getValues().map(({ name }) => name));
    return { value, before, type: leaf, isNullable: !isNonNullType(type) };
  }

  #composite(type: GraphQLOutputType, value: string, selections: readonly Selected[]): string {
    const isNoObject = `typeof ${value}!=='object'||Array.isArray(${value})`;
    if (isObjectType(type)) {
      const write = this.objectOf(type, selections);
      const isOther = `${value}.__typename!==undefined&&${value}.__typename!==${JSON.stringify(type.name)}`;
      return `if(${isNoObject}||${isOther})throw unusual;s+=${write}(${value});`;
    }
    const abstract = getNamedType(type);
    if (!isAbstractType(abstract)) throw new Error(`no composite type: ${String(type)}`);
    const cases = this.#schema
      .getPossibleTypes(abstract)
      .map((object) => `case ${JSON.stringify(object.name)}:s+=${this.objectOf(object, selections)}(${value});break;`);
    // Planners do not ask for the type where nothing depends on it, and a subgraph may know the interface as an object.
    const untold = `case undefined:case ${JSON.stringify(abstract.name)}:s+=${this.objectOf(abstract, selections)}(${value});break;`;
    return `if(${isNoObject})throw unusual;switch(${typeOf(value, selections)}){${cases.join('')}${untold}default:throw unusual}`;
  }
}

/** Reads the type that an object tells. */
const typeOf = (value: string, selections: readonly Selected[]): string =>
  typenameKeys(selections)
    .map((key) => `${value}.${key}`)
    .join('??');

/** Texts of objects that were written, for each function its own; null where none is written twice. */
type Texts = readonly (Map<unknown, string> | null)[] | null;

/** What is written. */
interface Written {
  readonly root: GraphQLObjectType;
  readonly selections: readonly Selected[];
}

type Write = (fetched: JsonObject, shared: Shared) => string;

type Generated = (fetched: JsonObject, texts: Texts) => string;

const textsFor = (types: readonly string[], shared: Shared): Texts => {
  if (!shared.isAny()) return null;
  // By one way only: arrays that are made in different ways look different to generated code.
  const texts: (Map<unknown, string> | null)[] = [];
  for (const type of types) texts.push(shared.mayHold(type) ? new Map() : null);
  return texts;
};

/** Generates code for answers of one nature. All that goes into its source are names of the schema and keys that are names. */
const generate = (schema: GraphQLSchema, { root, selections }: Written, isPlain: boolean): Write => {
  const generator = new Generator(schema, isPlain);
  const main = generator.objectOf(root, selections);
  const { enums, functions, types } = generator;
  const source = `'use strict';let texts=null;${functions.join('\n')}\nreturn function(o,t){texts=t;const s=${main}(o);texts=null;return s};`;
  const { quote, leaf } = leafTools(isPlain);
  const create = new Function('quote', 'leaf', 'enums', 'unusual', source) as (
    ...parts: readonly unknown[]
  ) => Generated;
  const write = create(quote, leaf, enums, unusual);
  return (fetched, shared) => write(fetched, textsFor(types, shared));
};

/** Compiles the writer of an operation; for what is seldom needed only when it is. */
export const compileWriter = (
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  selections: readonly Selected[],
): Writer => {
  const plain = generate(schema, { root, selections }, true);
  let escaping: Write | undefined;
  return (fetched, { isPlain, shared }) => {
    try {
      const write = isPlain ? plain : (escaping ??= generate(schema, { root, selections }, false));
      return write(fetched, shared);
    } catch (error) {
      if (error === unusual) return undefined;
      throw error;
    }
  };
};
