import { isAlias, isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import type { Place } from '../finding.ts';
import type { Faults } from './faults.ts';
import { parseYaml, type ParsedYaml } from './yaml-document.ts';

/** A value of a YAML file with its place. */
export interface Item {
  readonly key: string;
  readonly node: Node | null;
  readonly place: Place;
}

/** A parsed file. What is read from it is checked; a value of another type is a fault with its place. */
export class YamlFile {
  readonly #parsed: ParsedYaml;
  readonly #file: string;
  readonly #faults: Faults;

  /** The file is named as the user names it. What does not parse is a fault. */
  constructor(text: string, file: string, faults: Faults) {
    this.#file = file;
    this.#faults = faults;
    this.#parsed = parseYaml(text);
    for (const { message, position } of this.#parsed.problems) faults.add(message, { file, ...position });
  }

  /** False when there is nothing to be read; why is among the faults. */
  get isReadable(): boolean {
    return this.#parsed.isReadable;
  }

  #placeAt(offset: number): Place {
    return { file: this.#file, ...this.#parsed.positionAt(offset) };
  }

  placeOf(node: unknown): Place {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    const start: unknown = Array.isArray(range) ? range[0] : 0;
    return this.#placeAt(typeof start === 'number' ? start : 0);
  }

  #resolved(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(this.#parsed.document) ?? null) : node;
  }

  get root(): Node | null {
    return this.#parsed.document.contents;
  }

  /** The entries of a mapping; undefined when it is none, which is a fault. The place of an entry is that of its key. */
  entries(node: Node | null, what: string, place: Place): readonly Item[] | undefined {
    const map = this.#resolved(node);
    if (isMap(map)) return map.items.flatMap((pair) => this.#item(pair) ?? []);
    const isEmpty = map === null || (isScalar(map) && map.value === null);
    const isLost = isEmpty && isAlias(node);
    if (isLost) this.#faults.add(`There is no &${node.source} for this alias.`, this.placeOf(node));
    else this.#faults.add(isEmpty ? `${what} is empty.` : `${what} must be a mapping.`, place);
    return undefined;
  }

  #item({ key, value }: YAMLMap['items'][number]): Item | undefined {
    const name: unknown = isScalar(key) ? key.value : undefined;
    const place = this.placeOf(key);
    if (typeof name === 'string' || typeof name === 'number') {
      return { key: String(name), node: value as Node | null, place };
    }
    this.#faults.add('A key must be a string.', place);
    return undefined;
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
