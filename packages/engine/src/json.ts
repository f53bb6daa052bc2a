/** An object as it came out of `JSON.parse`. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a value that JSON itself brought, never one that objects inherit, such as `constructor`. */
export const ownValue = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** A deep copy. */
export const copyOf = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key in value) if (key !== '__proto__') copy[key] = copyOf(value[key]);
  return copy as Value;
};

const mergeLists = (target: unknown[], source: readonly unknown[]): void => {
  for (let index = 0; index < source.length; index += 1) {
    const [known, value] = [target[index], source[index]];
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) mergeLists(known, value);
    else target[index] = value;
  }
};

/** Puts a list or an object under a key, over what is there. */
export const mergePart = (target: JsonObject, key: string, part: object): void => {
  const known = ownValue(target, key);
  if (known === part) return;
  if (isObject(known) && isObject(part)) mergeInto(known, part);
  else if (Array.isArray(known) && Array.isArray(part) && known.length === part.length) mergeLists(known, part);
  else target[key] = part;
};

/**
 * Lays an answer over what is there, as Apollo's executor does: objects are merged, lists of equal length element by
 * element, everything else is replaced. Parts of the source become parts of the target; the source itself stays as it is.
 */
export const mergeInto = (target: JsonObject, source: JsonObject): void => {
  for (const key in source) {
    const value = source[key];
    // No field can have this name; as a key it would change what the object is.
    if (key === '__proto__') continue;
    if (typeof value !== 'object' || value === null) target[key] = value;
    else mergePart(target, key, value);
  }
};
