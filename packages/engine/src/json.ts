/** An object as it came out of `JSON.parse`. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a value that JSON itself brought, never one that objects inherit, such as `constructor`. */
export const ownValue = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** A deep copy. */
export const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  mergeInto(copy, value, true);
  return copy;
};

const mergeLists = (target: unknown[], source: readonly unknown[], isShared: boolean): void => {
  for (const [index, value] of source.entries()) {
    const known = target[index];
    if (isObject(known) && isObject(value)) mergeInto(known, value, isShared);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
      mergeLists(known, value, isShared);
    else target[index] = isShared ? copyOf(value) : value;
  }
};

/**
 * Lays an answer over what is there, as Apollo's executor does: objects are merged, lists of equal length element by
 * element, everything else is replaced. Of a source that is used again (`isShared`) copies are laid.
 */
export const mergeInto = (target: JsonObject, source: JsonObject, isShared: boolean): void => {
  for (const key in source) {
    const value = source[key];
    // No field can have this name; as a key it would change what the object is.
    if (key === '__proto__') continue;
    if (typeof value !== 'object' || value === null) {
      target[key] = value;
      continue;
    }
    const known = ownValue(target, key);
    if (isObject(known) && isObject(value)) mergeInto(known, value, isShared);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
      mergeLists(known, value, isShared);
    else target[key] = isShared ? copyOf(value) : value;
  }
};
