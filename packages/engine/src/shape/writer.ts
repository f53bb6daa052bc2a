import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { JsonObject } from '../json.ts';
import { isAnyShared, type Shared } from '../run.ts';
import { leafKindOf } from './leaf.ts';
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

/** Generates the source of the functions of one operation; each writes the objects of one type at one place. */
class Generator {
  readonly functions: string[] = [];
  /** What each function writes, by its number. */
  readonly types: string[] = [];
  /** The values of enums, by name. */
  readonly enums: Record<string, ReadonlySet<unknown>> = {};
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, string>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
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
    const parts = [...this.#askedOf(type, selections)].map(([key, asked], index) =>
      this.#part({ key, index }, asked, type),
    );
    const known = `const m=texts===null?null:texts[${number}];if(m!==null){const t=m.get(o);if(t!==undefined)return t}`;
    const keep = 'if(m!==null)m.set(o,s);';
    this.functions.push(`function ${name}(o){${known}let s='{';${parts.join('')}s+='}';${keep}return s}`);
    return name;
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

  #part(
    { key, index }: { key: string; index: number },
    { field, selections }: Asked,
    parent: GraphQLCompositeType,
  ): string {
    const prefix = `${index === 0 ? '' : ','}"${key}":`;
    // The type of an object is known where it is written; what the subgraph says of it was checked there.
    if (field.type === null && isAbstractType(parent)) return 'throw unusual;';
    if (field.type === null) return `s+=${JSON.stringify(`${prefix}"${parent.name}"`)};`;
    const variable = `v${index}`;
    return `const ${variable}=o.${key};s+=${JSON.stringify(prefix)};${this.#value(field.type, { value: variable, depth: 0 }, selections)}`;
  }

  /** Code that adds a value to `s`. */
  #value(type: GraphQLOutputType, at: { value: string; depth: number }, selections: readonly Selected[]): string {
    const { value } = at;
    if (isNonNullType(type)) {
      return `if(${value}==null)throw unusual;${this.#present(type.ofType, at, selections)}`;
    }
    return `if(${value}==null)s+='null';else{${this.#present(type, at, selections)}}`;
  }

  #present(
    type: GraphQLOutputType,
    { value, depth }: { value: string; depth: number },
    selections: readonly Selected[],
  ): string {
    if (isListType(type)) {
      const [index, element] = [`i${depth}`, `e${depth}`];
      const inner = this.#value(type.ofType, { value: element, depth: depth + 1 }, selections);
      return (
        `if(!Array.isArray(${value}))throw unusual;s+='[';` +
        `for(let ${index}=0;${index}<${value}.length;${index}++){const ${element}=${value}[${index}];if(${index}>0)s+=',';${inner}}s+=']';`
      );
    }
    if (isLeafType(type)) return this.#leaf(type, value);
    return this.#composite(type, value, selections);
  }

  #leaf(type: GraphQLLeafType, value: string): string {
    switch (leafKindOf(type)) {
      case 'string':
        return `if(typeof ${value}!=='string')throw unusual;s+=quote(${value});`;
      case 'id':
        return `if(typeof ${value}==='string')s+=quote(${value});else if(Number.isSafeInteger(${value}))s+=${value};else throw unusual;`;
      case 'int':
        return `if(!Number.isSafeInteger(${value}))throw unusual;s+=${value};`;
      case 'float':
        return `if(!Number.isFinite(${value}))throw unusual;s+=${value};`;
      case 'boolean':
        return `if(typeof ${value}!=='boolean')throw unusual;s+=${value};`;
      case 'enum': {
        if (isEnumType(type)) this.enums[type.name] ??= new Set(type.getValues().map(({ name }) => name));
        return `if(!enums.${type.name}.has(${value}))throw unusual;s+='"'+${value}+'"';`;
      }
      case 'custom':
        return `s+=typeof ${value}==='string'?quote(${value}):JSON.stringify(${value});`;
    }
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

/** Without a backslash in the subgraph's text, none of its strings holds a quote, a backslash or a control character. */
const plainQuote = (text: string): string => `"${text}"`;

const unusual = new Error('an answer for the reference');

/** Texts of objects that were written, for each function its own; null where none is written twice. */
type Texts = readonly (Map<unknown, string> | null)[] | null;

type Generated = (fetched: JsonObject, texts: Texts) => string;

const textsFor = (types: readonly string[], shared: Shared): Texts =>
  isAnyShared(shared) ? types.map((type) => (shared.parts || shared.types.has(type) ? new Map() : null)) : null;

/** Generates the writer of an operation. All that goes into its source are names of the schema and keys that are names. */
export const compileWriter = (
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  selections: readonly Selected[],
): Writer => {
  const generator = new Generator(schema);
  const main = generator.objectOf(root, selections);
  const { enums, functions, types } = generator;
  const source = `'use strict';let texts=null;${functions.join('\n')}\nreturn function(o,t){texts=t;const s=${main}(o);texts=null;return s};`;
  const create = new Function('quote', 'enums', 'unusual', source) as (...parts: readonly unknown[]) => Generated;
  const plain = create(plainQuote, enums, unusual);
  const escaping = create(JSON.stringify, enums, unusual);
  return (fetched, { isPlain, shared }) => {
    try {
      return (isPlain ? plain : escaping)(fetched, textsFor(types, shared));
    } catch (error) {
      if (error === unusual) return undefined;
      throw error;
    }
  };
};
