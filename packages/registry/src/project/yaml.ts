import { isAlias, isMap, isScalar, LineCounter, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import type { Place } from '../finding.ts';
import type { Faults } from './faults.ts';

/** A value of a YAML file with its place. */
export interface Item {
  readonly key: string;
  readonly node: Node | null;
  readonly place: Place;
}

/** A parsed file. What is read from it is checked; a value of another type is a fault with its place. */
export class YamlFile {
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #file: string;
  readonly #faults: Faults;

  /** The file is named as the user names it. What does not parse is a fault. */
  constructor(text: string, file: string, faults: Faults) {
    this.#file = file;
    this.#faults = faults;
    this.#document = this.#parse(text);
    for (const { message, pos } of this.#document.errors) {
      const [summary = message] = message.split(/ at line \d+|:?\n/, 1);
      faults.add(`${summary}.`, this.#placeAt(pos[0]));
    }
  }

  #parse(text: string): Document.Parsed {
    const options = { lineCounter: this.#lines, prettyErrors: true };
    try {
      return parseDocument(text, options);
    } catch (error) {
      // The parser calls itself for each level.
      this.#faults.add(
        `This is not YAML that can be read: ${error instanceof Error ? error.message : String(error)}.`,
        this.#placeAt(0),
      );
      return parseDocument('', options);
    }
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  placeOf(node: unknown): Place {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    const start: unknown = Array.isArray(range) ? range[0] : 0;
    return this.#placeAt(typeof start === 'number' ? start : 0);
  }

  #resolved(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(this.#document) ?? null) : node;
  }

  get root(): Node | null {
    return this.#document.contents;
  }

  /** The entries of a mapping; undefined when it is none, which is a fault. The place of an entry is that of its key. */
  entries(node: Node | null, what: string, place: Place): readonly Item[] | undefined {
    const map = this.#resolved(node);
    if (isMap(map)) return map.items.map((pair) => this.#item(pair));
    const isEmpty = map === null || (isScalar(map) && map.value === null);
    const isLost = isEmpty && isAlias(node);
    if (isLost) this.#faults.add(`There is no &${node.source} for this alias.`, this.placeOf(node));
    else this.#faults.add(isEmpty ? `${what} is empty.` : `${what} must be a mapping.`, place);
    return undefined;
  }

  #item({ key, value }: YAMLMap['items'][number]): Item {
    const name: unknown = isScalar(key) ? key.value : undefined;
    const place = this.placeOf(key);
    if (typeof name !== 'string' && typeof name !== 'number') this.#faults.add('A key must be a string.', place);
    return { key: String(name), node: value as Node | null, place };
  }

  /** False for an entry whose value is null. */
  isPresent({ node }: Item): boolean {
    const value = this.#resolved(node);
    return value !== null && !(isScalar(value) && value.value === null);
  }

  /** The scalar of an entry; undefined when it is none, which is a fault. */
  scalar({ node, place }: Item, what: string): string | number | undefined {
    const scalar = this.#resolved(node);
    const value: unknown = isScalar(scalar) ? scalar.value : undefined;
    if (typeof value === 'string' || typeof value === 'number') return value;
    this.#faults.add(`${what} must be a string.`, node === null ? place : this.placeOf(node));
    return undefined;
  }
}
