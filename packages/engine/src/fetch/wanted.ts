import type { JsonObject } from '../json.ts';
import type { Naming, Representing } from './representation.ts';

/** An entity that is asked for: the objects that it is laid over, by the paths where they were found. */
export interface Entity {
  readonly targets: (JsonObject[] | undefined)[];
  /** The first object at each path, where it holds nothing but its name. */
  readonly bare: (JsonObject | undefined)[];
}

/** One more value of what names an entity leads to the next node. */
class Node {
  entity: Entity | undefined;
  /** Often there is one value only, or the same again. */
  #value: unknown;
  #below: Node | undefined;
  #others: Map<unknown, Node> | undefined;
  /** Of values that are objects, by their text. */
  #texts: Map<string, Node> | undefined;

  byValue(value: unknown): Node {
    if (this.#below === undefined) {
      this.#value = value;
      return (this.#below = new Node());
    }
    return value === this.#value ? this.#below : below((this.#others ??= new Map<unknown, Node>()), value);
  }

  byText(text: string): Node {
    return below((this.#texts ??= new Map<string, Node>()), text);
  }
}

const below = <Key>(nodes: Map<Key, Node>, key: Key): Node => {
  let node = nodes.get(key);
  if (node === undefined) nodes.set(key, (node = new Node()));
  return node;
};

/** A type of which objects are found. */
interface Found {
  readonly naming: Naming;
  readonly root: Node;
}

/** How the entities of a group are named, and for each of its paths nothing: a list that is as long as it has to be does not grow. */
export interface EntityNaming {
  readonly representing: Representing;
  readonly nowhere: readonly undefined[];
}

/** The entities of one group in one request, each once, however often it is found. */
export class Wanted {
  readonly entities: Entity[] = [];
  readonly #naming: EntityNaming;
  readonly #isPlain: boolean;
  /** Of their representations, as one text. */
  #list = '';
  /** The type of the object before, mostly that of the next one too, and those of others. */
  #typename: string | undefined;
  #found: Found | undefined;
  #others: Map<string, Found> | undefined;
  /** Of entities that may be the same though they are told apart otherwise. */
  #byText: Map<string, Entity> | undefined;

  /** `isPlain`: no string of what was fetched so far needs escaping. */
  constructor(naming: EntityNaming, isPlain: boolean) {
    this.#naming = naming;
    this.#isPlain = isPlain;
  }

  /** The representations of all entities, as JSON without the brackets. */
  get list(): string {
    return this.#list;
  }

  /**
   * Takes an object that was found at path number `path`. When an earlier one may stand in its place, because neither holds
   * more than its name, that one is answered.
   */
  add(object: JsonObject, path: number, isShareable: boolean): JsonObject | undefined {
    const type = this.#typeOf(object['__typename']);
    if (type === undefined) return undefined;
    const entity = this.#entityOf(object, type);
    if (entity === undefined) return undefined;
    const found = entity.targets[path];
    // It stands at several places.
    if (found !== undefined && (found[0] === object || found.at(-1) === object)) return undefined;
    const isBare = isShareable && type.naming.isFlat && type.naming.isBare(object);
    if (isBare && entity.bare[path] !== undefined) return entity.bare[path];
    if (found !== undefined) found.push(object);
    else {
      entity.targets[path] = [object];
      if (isBare) entity.bare[path] = object;
    }
    return undefined;
  }

  #typeOf(typename: unknown): Found | undefined {
    if (typeof typename !== 'string') return undefined;
    if (typename === this.#typename) return this.#found;
    if (this.#typename !== undefined && this.#found !== undefined)
      (this.#others ??= new Map<string, Found>()).set(this.#typename, this.#found);
    this.#typename = typename;
    this.#found = this.#others?.get(typename) ?? {
      naming: this.#naming.representing.namingOf(typename),
      root: new Node(),
    };
    return this.#found;
  }

  #entityOf(object: JsonObject, { root, naming }: Found): Entity | undefined {
    let node = root;
    for (const { read, inner } of naming.keys) {
      const value = read(object);
      if (value === undefined) return this.#create(object, naming);
      if (typeof value !== 'object' || value === null) node = node.byValue(value);
      else {
        const text = inner === undefined ? JSON.stringify(value) : inner(value);
        if (text === undefined) return this.#create(object, naming);
        node = node.byText(text);
      }
    }
    return (node.entity ??= this.#create(object, naming));
  }

  #create(object: JsonObject, naming: Naming): Entity | undefined {
    const representation = this.#naming.representing.represent(object, naming, this.#isPlain);
    if (representation === undefined) return undefined;
    return naming.isFlat ? this.#added(representation) : this.#addedByText(representation);
  }

  /** Objects that differ may have the same representation: rewrites make it of less. */
  #addedByText(representation: string): Entity {
    this.#byText ??= new Map<string, Entity>();
    let entity = this.#byText.get(representation);
    if (entity === undefined) this.#byText.set(representation, (entity = this.#added(representation)));
    return entity;
  }

  #added(representation: string): Entity {
    const { nowhere } = this.#naming;
    const entity = { targets: [...nowhere], bare: [...nowhere] };
    this.#list += this.entities.length === 0 ? representation : `,${representation}`;
    this.entities.push(entity);
    return entity;
  }
}
