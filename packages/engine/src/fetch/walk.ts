import type { JsonObject } from '../json.ts';
import { isPlainName, UnknownPlan, type ResponsePath } from '../plan.ts';
import type { Shared } from '../shared.ts';
import type { TypeIndex } from '../types.ts';
import { fieldsOf, placeOf } from './writes.ts';

/** Is given an object, and where it stands: `container[key]`. */
export type Visit = (object: JsonObject, container: JsonObject, key: string) => void;

/**
 * Visits every object at the end of a path, in the order of the response. What is shared may stand there several times; a
 * list is walked once all the same, and an object is visited at each of its places.
 */
export type Walk = (root: JsonObject, visit: Visit, shared: Shared) => void;

/** The lists that were passed at each level. */
type Seen = readonly Set<unknown>[] | null;

/** The body of `n<i>`, which takes an object at step `i` of the path on; `l<i>` does so with each element of a list. */
const stepSource = (path: ResponsePath, level: number): string => {
  const step = path[level];
  const next = level + 1;
  if (step === undefined) return 'visit(o,c,k);';
  if (step === '@') return `n${next}(o,c,k);`;
  if ('types' in step) {
    return `const t=o.__typename;if(typeof t!=='string'||members[${level}].has(t))n${next}(o,c,k);`;
  }
  if (!isPlainName(step.field)) throw new UnknownPlan(`the key ${step.field}`);
  return `const v=o.${step.field};if(Array.isArray(v))l${next}(v);else if(typeof v==='object'&&v!==null)n${next}(v,o,'${step.field}');`;
};

const levelSource = (path: ResponsePath, level: number): string =>
  `function n${level}(o,c,k){${stepSource(path, level)}}
function l${level}(a){if(seen!==null&&passed(seen[${level}],a))return;
for(let i=0;i<a.length;i++){const v=a[i];if(Array.isArray(v))l${level}(v);else if(typeof v==='object'&&v!==null)n${level}(v,a,i)}}`;

const passed = (seen: Set<unknown>, value: unknown): boolean => {
  if (seen.has(value)) return true;
  seen.add(value);
  return false;
};

/**
 * Generates the walk: its property accesses are each of one shape, which makes it twice as fast as one that is told names.
 * Lists are walked wherever they are, whether or not the path says so: planners differ in it.
 */
export const compileWalk = (path: ResponsePath, types: TypeIndex): Walk => {
  const levels = [...path.keys(), path.length];
  const members = path.map((step) =>
    step !== '@' && 'types' in step ? new Set(step.types.flatMap((type) => [...types.membersOf(type)])) : undefined,
  );
  const source = `'use strict';let visit,seen;
${levels.map((level) => levelSource(path, level)).join('\n')}
return function(o,v,s){visit=v;seen=s;try{n0(o,null,'')}finally{visit=seen=null}};`;
  const create = new Function('members', 'passed', source) as (
    ...parts: readonly unknown[]
  ) => (root: JsonObject, visit: Visit, seen: Seen) => void;
  const walk = create(members, passed);
  const fields = fieldsOf(path);
  const above = fields.map((_, length) => placeOf(fields.slice(0, length)));
  return (root, visit, shared) => walk(root, visit, shared.isAt(above) ? levels.map(() => new Set()) : null);
};
