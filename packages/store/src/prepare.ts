import { AppError } from '@qsr/errors';
import { keySpecOf, partitionProblem, sortProblem, type AnySpec, type Attributes } from './spec.ts';

/** DynamoDB's limit for one item, in bytes; kept on every database. */
const ITEM_BYTES = 400 * 1024;

/** An item that any database takes: plain data without `undefined`, with its version. */
export interface PreparedItem {
  readonly attributes: Attributes;
  /** UTC. */
  readonly expires?: Date;
}

const fault = (spec: AnySpec, problem: string): AppError =>
  new AppError('INTERNAL_SERVER_ERROR', `table ${spec.name}: ${problem}`);

/** What a write throws when the item does not fit, whoever found out. */
export const tooLarge = (spec: AnySpec, cause?: unknown): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `A record of ${spec.name} would exceed ${ITEM_BYTES / 1024} KB.`, { cause });

/** DynamoDB's own estimate: two digits a byte, one for the number, one for a sign. */
const numberBytes = (value: number): number =>
  Math.ceil(String(Math.abs(value)).replace('.', '').length / 2) + (value < 0 ? 2 : 1);

/** Copies plain data and adds up its size as DynamoDB counts it. */
class Copier {
  readonly #spec: AnySpec;
  bytes = 0;

  constructor(spec: AnySpec) {
    this.#spec = spec;
  }

  copy(value: unknown, path: string): unknown {
    switch (typeof value) {
      case 'string':
        this.bytes += Buffer.byteLength(value);
        return value;
      case 'number':
        return this.#number(value, path);
      case 'boolean':
        this.bytes += 1;
        return value;
      case 'object':
        return this.#object(value, path);
      default:
        throw fault(this.#spec, `${path}: a ${typeof value} cannot be stored`);
    }
  }

  members(value: object, path: string): Attributes {
    const result: Attributes = {};
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      this.bytes += Buffer.byteLength(name) + 1;
      result[name] = this.copy(member, path === '' ? name : `${path}.${name}`);
    }
    return result;
  }

  #number(value: number, path: string): number {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      throw fault(this.#spec, `${path}: ${value} is not a number that can be stored exactly`);
    }
    this.bytes += numberBytes(value);
    return value;
  }

  #object(value: object | null, path: string): unknown {
    this.bytes += 3;
    if (value === null) return null;
    if (Array.isArray(value)) {
      this.bytes += value.length;
      return value.map((member: unknown, at) => (member === undefined ? null : this.copy(member, `${path}[${at}]`)));
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw fault(this.#spec, `${path}: only plain objects can be stored`);
    }
    return this.members(value, path);
  }
}

const checkKeys = (spec: AnySpec, attributes: Attributes): void => {
  for (const index of [undefined, ...Object.keys(spec.indexes ?? {})]) {
    const { partition, sort } = keySpecOf(spec, index);
    const refuse = (name: string, problem: string | undefined): void => {
      // An absent attribute keeps the item out of an index; the table's own key must be there.
      if (problem === undefined || (index !== undefined && attributes[name] === undefined)) return;
      throw fault(spec, `key attribute ${name} ${problem}`);
    };
    refuse(partition, partitionProblem(attributes[partition]));
    if (sort !== undefined) refuse(sort, sortProblem(attributes[sort]));
  }
};

const expiryOf = (spec: AnySpec, attributes: Attributes): Date | undefined => {
  const text = spec.expiresAt === undefined ? undefined : attributes[spec.expiresAt];
  if (text === undefined || text === null) return undefined;
  const expires = new Date(typeof text === 'string' ? text : NaN);
  if (Number.isNaN(expires.getTime())) throw fault(spec, `${String(spec.expiresAt)} is not an RFC 3339 instant`);
  return expires;
};

/**
 * Copies an item for writing: `undefined` members are dropped, everything else must be plain JSON.
 * Throws `PAYLOAD_TOO_LARGE` above 400 KB and `INTERNAL_SERVER_ERROR` for what no database could give back unchanged.
 */
export const prepareItem = (spec: AnySpec, item: object, version: number): PreparedItem => {
  const copier = new Copier(spec);
  const attributes = copier.members({ ...item, version }, '');
  const reserved = Object.keys(attributes).find((name) => name.startsWith('_'));
  if (reserved !== undefined) throw fault(spec, `attribute ${reserved}: names with a leading _ are the store's own`);
  checkKeys(spec, attributes);
  if (copier.bytes > ITEM_BYTES) throw tooLarge(spec);
  const expires = expiryOf(spec, attributes);
  return expires === undefined ? { attributes } : { attributes, expires };
};
