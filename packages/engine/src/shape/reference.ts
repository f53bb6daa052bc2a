import {
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isObject, ownValue, type JsonObject } from '../json.ts';
import { isValidLeaf } from './leaf.ts';
import { typenameKeys, type Selected, type SelectedField } from './selection.ts';

/** Data in the shape of the operation, and what did not fit it. */
export interface Shaped {
  readonly data: JsonObject | null;
  readonly misfits: readonly GraphQLError[];
}

/** What is known of a value so far; a key that is asked twice is shaped twice, the second time over the first. */
interface Slot {
  readonly type: GraphQLOutputType;
  readonly field: SelectedField;
  readonly parent: GraphQLCompositeType;
}

/** `isVoid`: a null where none may be. `isTold`: an error says why. */
interface Completed {
  readonly value: unknown;
  readonly isVoid: boolean;
  readonly isTold: boolean;
}

const fine = (value: unknown): Completed => ({ value, isVoid: false, isTold: false });

const typenameOf = (input: JsonObject, selections: readonly Selected[]): string | undefined =>
  typenameKeys(selections)
    .map((key) => ownValue(input, key))
    .find((name) => typeof name === 'string');

/**
 * Shapes answers as Apollo's executor does, down to its words: it decides whatever is unusual. Values that do not fit
 * become null, and null moves up to the next place that may be null.
 */
class Shaper {
  readonly misfits: GraphQLError[] = [];
  readonly #schema: GraphQLSchema;
  readonly #path: (string | number)[] = [];

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** False when the object must become null. */
  object(
    input: JsonObject,
    output: JsonObject,
    at: { selections: readonly Selected[]; parent: GraphQLCompositeType },
  ): boolean {
    const { selections, parent } = at;
    for (const selection of selections) {
      if (selection.kind === 'fragment') {
        if (!this.#applies(selection.type, input, parent)) continue;
        if (!this.object(input, output, { selections: selection.selections, parent: selection.type })) return false;
      } else if (selection.type === null) {
        if (!this.#typename(input, output, { key: selection.key, parent })) return false;
      } else {
        const slot = { type: selection.type, field: selection, parent };
        this.#path.push(selection.key);
        const { value, isVoid } = this.#complete(ownValue(input, selection.key) ?? null, output[selection.key], slot);
        this.#path.pop();
        output[selection.key] = value;
        if (isVoid) return false;
      }
    }
    return true;
  }

  #applies(condition: GraphQLCompositeType, { __typename: name }: JsonObject, parent: GraphQLCompositeType): boolean {
    const type: GraphQLNamedType | undefined = typeof name === 'string' ? this.#schema.getType(name) : parent;
    if (type === undefined || !isCompositeType(type)) return false;
    return (
      type === condition ||
      (isAbstractType(condition) && 'getFields' in type && this.#schema.isSubType(condition, type))
    );
  }

  #typename(
    input: JsonObject,
    output: JsonObject,
    { key, parent }: { key: string; parent: GraphQLCompositeType },
  ): boolean {
    if (output[key] !== undefined) return true;
    const name = ownValue(input, key) ?? input['__typename'];
    const type = typeof name === 'string' ? (this.#schema.getType(name) ?? parent) : parent;
    if (!isObjectType(type)) return false;
    output[key] = type.name;
    return true;
  }

  #complete(input: unknown, known: unknown, slot: Slot): Completed {
    const { type, field } = slot;
    if (known === null || (known !== undefined && field.selections.length === 0)) return fine(known);
    if (isNonNullType(type)) {
      const { value, isTold } = this.#complete(input, known, { ...slot, type: type.ofType });
      if (value !== null) return fine(value);
      if (!isTold)
        this.#report(`Cannot return null for non-nullable ${this.#describe({ ...slot, type: type.ofType })}.`);
      return { value: null, isVoid: true, isTold: true };
    }
    if (input === null || input === undefined) return fine(null);
    if (isListType(type)) return this.#list(input, known, { ...slot, type: type.ofType });
    return isLeafType(type) ? this.#leaf(input, slot) : this.#composite(input, known, slot);
  }

  #list(input: unknown, known: unknown, slot: Slot): Completed {
    if (!Array.isArray(input)) return this.#misfit(slot);
    const before: readonly unknown[] = Array.isArray(known) ? known : [];
    const elements = input.map((element: unknown, index) => {
      this.#path.push(index);
      const completed = this.#complete(element, before[index], slot);
      this.#path.pop();
      return completed;
    });
    const isTold = elements.some((element) => element.isTold);
    const value = elements.some(({ isVoid }) => isVoid) ? null : elements.map((element) => element.value);
    return { value, isVoid: false, isTold };
  }

  #composite(input: unknown, known: unknown, slot: Slot): Completed {
    const { field } = slot;
    if (!isObject(input)) return this.#misfit(slot);
    const name = typenameOf(input, field.selections);
    const type = name === undefined ? slot.type : this.#schema.getType(name);
    if (!isCompositeType(type)) {
      this.#report(`Invalid __typename found for object at ${this.#describe(slot)}.`);
      return { value: null, isVoid: false, isTold: true };
    }
    const output: JsonObject = isObject(known) ? known : {};
    const isWhole = this.object(input, output, { selections: field.selections, parent: type });
    return { value: isWhole ? output : null, isVoid: false, isTold: !isWhole };
  }

  #leaf(value: unknown, slot: Slot): Completed {
    return isLeafType(slot.type) && isValidLeaf(slot.type, value) ? fine(value) : this.#misfit(slot);
  }

  /** Where Apollo's executor gives up the whole answer for a list or object that is none, this is about its place alone. */
  #misfit(slot: Slot): Completed {
    this.#report(`Invalid value found for ${this.#describe(slot)}.`);
    return { value: null, isVoid: false, isTold: true };
  }

  #report(message: string): void {
    const extensions = { code: 'INVALID_GRAPHQL' };
    this.misfits.push(new GraphQLError(message, { path: [...this.#path], extensions }));
  }

  #describe({ type, parent }: Slot): string {
    const last = this.#path.at(-1);
    return typeof last === 'string'
      ? `field ${parent.name}.${last}`
      : `array element of type ${String(type)} at index ${last}`;
  }
}

export interface ShapeRequest {
  readonly schema: GraphQLSchema;
  readonly root: GraphQLCompositeType;
  readonly selections: readonly Selected[];
}

/** Brings what was fetched into the shape of the operation. */
export const shape = (fetched: JsonObject, { schema, root, selections }: ShapeRequest): Shaped => {
  const shaper = new Shaper(schema);
  const output: JsonObject = {};
  const isWhole = shaper.object(fetched, output, { selections, parent: root });
  return { data: isWhole ? output : null, misfits: shaper.misfits };
};
