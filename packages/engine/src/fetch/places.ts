import { isObject, ownValue, type JsonObject } from '../json.ts';
import type { ResponsePath } from '../plan.ts';
import type { TypeIndex } from '../types.ts';

/** Where something is in a response. */
export type Place = readonly (string | number)[];

/** Calls `visit` with every object at the end of a path, in the order of the response. */
export type Walk = (root: unknown, visit: (object: JsonObject) => void) => void;

type Step = (value: unknown, visit: (object: JsonObject) => void) => void;

const each =
  (next: Step): Step =>
  (value, visit) => {
    if (Array.isArray(value)) for (const element of value) each(next)(element, visit);
    else next(value, visit);
  };

const end: Step = (value, visit) => {
  if (isObject(value)) visit(value);
};

/** Lists are walked wherever they are, whether or not the path says so: planners differ in it. */
export const compileWalk = (path: ResponsePath, types: TypeIndex): Walk =>
  path.reduceRight<Step>((next, step) => {
    if (step === '@') return next;
    if ('field' in step) {
      const { field } = step;
      return each((value, visit) => {
        if (isObject(value)) next(ownValue(value, field), visit);
      });
    }
    const members = new Set(step.types.flatMap((type) => [...types.membersOf(type)]));
    return each((value, visit) => {
      if (isObject(value) && isOf(members, value)) next(value, visit);
    });
  }, each(end));

/** An object that does not tell its type is taken for any. */
const isOf = (members: ReadonlySet<string>, { __typename: name }: JsonObject): boolean =>
  typeof name !== 'string' || members.has(name);

const walkPlaces = (
  value: unknown,
  rest: ResponsePath,
  { at, found }: { readonly at: Place; readonly found: Map<JsonObject, Place> },
): void => {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) walkPlaces(element, rest, { at: [...at, index], found });
    return;
  }
  if (!isObject(value)) return;
  const [step, ...next] = rest;
  if (step === undefined) found.set(value, at);
  else if (step === '@' || 'types' in step) walkPlaces(value, next, { at, found });
  else walkPlaces(ownValue(value, step.field), next, { at: [...at, step.field], found });
};

/** Where the objects at the end of a path are. Walks everything again, and is for errors only. */
export const placesOf = (root: JsonObject, path: ResponsePath): ReadonlyMap<JsonObject, Place> => {
  const found = new Map<JsonObject, Place>();
  walkPlaces(root, path, { at: [], found });
  return found;
};
