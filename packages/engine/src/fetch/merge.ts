import { mergeInto, mergePart, type JsonObject } from '../json.ts';
import { isPlainName } from '../plan.ts';
import type { TypeIndex } from '../types.ts';

/** How the answers about the entities of one group are merged. */
export interface Merge {
  /** Lays an answer over an entity, as `mergeInto` does. */
  readonly lay: (target: JsonObject, answer: JsonObject) => void;
  /** Whether an answer holds objects or lists, which must not stand at two places by chance. */
  readonly hasParts: (answer: JsonObject) => boolean;
}

const generic: Merge = {
  lay: mergeInto,
  hasParts: (answer) => Object.values(answer).some((value) => typeof value === 'object' && value !== null),
};

const laySource = (key: string): string =>
  `v=a.${key};if(v!==undefined){if(typeof v!=='object'||v===null)t.${key}=v;else part(t,'${key}',v)}`;

const partSource = (key: string): string => `typeof a.${key}==='object'&&a.${key}!==null`;

/** Each access of the generated code sees objects of few shapes, which makes it several times as fast as `mergeInto`. */
const generate = (keys: readonly string[]): Merge => {
  const source = `'use strict';
return{lay(t,a){let v;${keys.map(laySource).join('')}},hasParts(a){return ${keys.map(partSource).join('||')}}};`;
  const create = new Function('part', source) as (...parts: readonly unknown[]) => Merge;
  return create(mergePart);
};

/** A subgraph that knows an interface as an object tells the interface; Apollo's executor then forgets the type. */
const isKnownBetter = (known: unknown, told: unknown, types: TypeIndex): boolean =>
  typeof known === 'string' && typeof told === 'string' && types.membersOf(told).has(known);

/**
 * Compiles the merge of answers that have these keys; `undefined` for any. What a subgraph answers beside them is left
 * out: nobody asked.
 */
export const compileMerge = (keys: readonly string[] | undefined, types: TypeIndex): Merge => {
  const isKnown = keys !== undefined && keys.length > 0 && keys.every(isPlainName);
  const merge = isKnown ? generate(keys) : generic;
  if (isKnown && !keys.includes('__typename')) return merge;
  const lay: Merge['lay'] = (target, answer) => {
    const known = target['__typename'];
    merge.lay(target, answer);
    if (target['__typename'] !== known && isKnownBetter(known, target['__typename'], types))
      target['__typename'] = known;
  };
  return { ...merge, lay };
};
