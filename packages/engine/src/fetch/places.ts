import { isObject, ownValue, type JsonObject } from '../json.ts';
import type { ResponsePath } from '../plan.ts';

/** Where something is in a response. */
export type Place = readonly (string | number)[];

const walkPlaces = (
  value: unknown,
  rest: ResponsePath,
  { at, found }: { readonly at: Place; readonly found: Map<JsonObject, Place[]> },
): void => {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) walkPlaces(element, rest, { at: [...at, index], found });
    return;
  }
  if (!isObject(value)) return;
  const [step, ...next] = rest;
  if (step === undefined) found.set(value, [...(found.get(value) ?? []), at]);
  else if (step === '@' || 'types' in step) walkPlaces(value, next, { at, found });
  else walkPlaces(ownValue(value, step.field), next, { at: [...at, step.field], found });
};

/** Where the objects at the end of a path are. Walks everything again, and is for errors only. */
export const placesOf = (root: JsonObject, path: ResponsePath): ReadonlyMap<JsonObject, readonly Place[]> => {
  const found = new Map<JsonObject, Place[]>();
  walkPlaces(root, path, { at: [], found });
  return found;
};
