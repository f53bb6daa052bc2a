import { prepareItem } from '../prepare.ts';
import { EXPIRY, keyAttributesOf, keyOf, keyText, withoutOwn, type AnySpec, type Attributes } from '../spec.ts';

/** Set on a document some of whose member names had to be escaped. */
const ESCAPED = '_escaped';

/** A document as the driver takes it. */
export type StoredDocument = Attributes & { _id: string };

/**
 * A key attribute in a form that sorts by its UTF-8 bytes whatever the server compares by: one character per byte.
 * Some servers compare UTF-16 code units, which puts an emoji before a full-width letter. ASCII stays as it is.
 */
export const encodeKey = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const decodeKey = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

const mapKeys = (spec: AnySpec, attributes: Attributes, map: (text: string) => string): Attributes => {
  const result = { ...attributes };
  for (const name of keyAttributesOf(spec)) {
    const value = result[name];
    if (typeof value === 'string') result[name] = map(value);
  }
  return result;
};

/** MongoDB gives a leading `$` and a dot in a member name a meaning of their own. */
const isUnsafeName = (name: string): boolean => name.startsWith('$') || name.includes('.');

const hasUnsafeName = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasUnsafeName);
  return Object.entries(value).some(([name, member]) => isUnsafeName(name) || hasUnsafeName(member));
};

const escapeName = (name: string): string =>
  name.replace(/[%.$]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

const unescapeName = (name: string): string =>
  name.replace(/%(25|2e|24)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const renameAll = (value: unknown, rename: (name: string) => string): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => renameAll(member, rename));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [rename(name), renameAll(member, rename)]));
};

/** An item as a document. `expires` becomes a date for the TTL index. */
export const toDocument = (spec: AnySpec, item: object, version: number): StoredDocument => {
  const { attributes, expires } = prepareItem(spec, item, version);
  const escaped = hasUnsafeName(attributes);
  const safe = escaped ? (renameAll(attributes, escapeName) as Attributes) : attributes;
  return {
    _id: keyText(keyOf(spec, attributes)),
    ...mapKeys(spec, safe, encodeKey),
    ...(escaped ? { [ESCAPED]: true } : {}),
    ...(expires === undefined ? {} : { [EXPIRY]: expires }),
  };
};

/** The item of a document. */
export const fromDocument = (spec: AnySpec, document: Attributes): Attributes => {
  const attributes = withoutOwn(document);
  const named = document[ESCAPED] === true ? (renameAll(attributes, unescapeName) as Attributes) : attributes;
  return mapKeys(spec, named, decodeKey);
};
