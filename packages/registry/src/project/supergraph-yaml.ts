import { InputError } from '../exit-codes.ts';
import type { Finding, Place } from '../finding.ts';
import { expand, type Sources } from './expansion.ts';
import type { Faults } from './faults.ts';
import { federationVersionOf } from './federation-version.ts';
import type { SupergraphKeyName } from './supergraph-keys.ts';
import { YamlFile, type Item } from './yaml.ts';

/** Where the schema of a subgraph comes from. */
export type SchemaSource =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'sdl'; readonly sdl: string }
  | { readonly kind: 'url'; readonly url: string; readonly headers: readonly (readonly [string, string])[] }
  | { readonly kind: 'graphos'; readonly graphRef: string; readonly subgraph: string };

/** A subgraph as it is configured. */
export interface SubgraphEntry {
  readonly name: string;
  readonly routingUrl: string | undefined;
  readonly source: SchemaSource;
  /** Of the schema's source. */
  readonly place: Place;
}

/** What supergraph.yaml says. */
export interface SupergraphYaml {
  readonly federationVersion: string;
  readonly subgraphs: readonly SubgraphEntry[];
  /** What is odd, but can be worked with. */
  readonly findings: readonly Finding[];
}

/** How a file is read: its name as the user knows it, and what its variables stand for; undefined, they are left alone. */
export interface Reading {
  readonly file: string;
  readonly variables: Sources | undefined;
}

/** In the order in which Rover looks for them: the first that is there counts. */
const sourceKeys = ['file', 'subgraph_url', 'graphref', 'sdl'] as const satisfies readonly SupergraphKeyName[];
type SourceKey = (typeof sourceKeys)[number];

const itemOf = (items: readonly Item[] | undefined, name: SupergraphKeyName): Item | undefined =>
  items?.find(({ key }) => key === name);

class Reader {
  readonly #yaml: YamlFile;
  readonly #faults: Faults;
  readonly #variables: Sources | undefined;
  readonly findings: Finding[] = [];

  constructor(text: string, { file, variables }: Reading, faults: Faults) {
    this.#faults = faults;
    this.#variables = variables;
    this.#yaml = new YamlFile(text, file, faults);
  }

  /** Undefined after a fault. */
  async #text(item: Item, what: string, mayBeNumber = false): Promise<string | undefined> {
    const value = this.#yaml.scalar(item, what);
    if (typeof value === 'number' && mayBeNumber) return String(value);
    if (typeof value === 'number') this.#faults.add(`${what} must be a string: put it into quotes.`, item.place);
    if (typeof value !== 'string' || this.#variables === undefined)
      return typeof value === 'string' ? value : undefined;
    try {
      return await expand(value, this.#variables);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#faults.add(`${what}: ${error.message}`, item.node === null ? item.place : this.#yaml.placeOf(item.node));
      return undefined;
    }
  }

  async root(): Promise<Omit<SupergraphYaml, 'findings'>> {
    if (!this.#yaml.isReadable) return { federationVersion: '2', subgraphs: [] };
    const place = this.#yaml.placeOf(this.#yaml.root);
    const items = this.#yaml.entries(this.#yaml.root, 'The supergraph configuration', place);
    const subgraphs = itemOf(items, 'subgraphs');
    if (items !== undefined && subgraphs === undefined) {
      this.#faults.add('The key "subgraphs" is missing: it names each subgraph.', place);
    }
    const entries = subgraphs && this.#yaml.entries(subgraphs.node, 'subgraphs', subgraphs.place);
    if (entries?.length === 0) this.#faults.add('There is no subgraph in it.', subgraphs?.place);
    const read: SubgraphEntry[] = [];
    for (const entry of entries ?? []) {
      const subgraph = await this.#subgraph(entry);
      if (subgraph !== undefined) read.push(subgraph);
    }
    return {
      federationVersion: await this.#version(itemOf(items, 'federation_version')),
      subgraphs: read,
    };
  }

  async #version(item: Item | undefined): Promise<string> {
    const isGiven = item !== undefined && this.#yaml.isPresent(item);
    const { version, fault, warning } = federationVersionOf(
      isGiven ? await this.#text(item, 'federation_version', true) : undefined,
    );
    if (fault !== undefined) this.#faults.add(fault, item?.place);
    if (warning !== undefined) this.#warn('FEDERATION_VERSION', warning, item?.place);
    return version;
  }

  async #subgraph({ key: name, node, place }: Item): Promise<SubgraphEntry | undefined> {
    const what = `subgraphs.${name}`;
    const items = this.#yaml.entries(node, what, place);
    if (items === undefined) return undefined;
    const url = itemOf(items, 'routing_url');
    // Rover takes an explicit null for none.
    const hasUrl = url !== undefined && this.#yaml.isPresent(url);
    const routingUrl = hasUrl ? await this.#text(url, `${what}.routing_url`) : undefined;
    const schema = itemOf(items, 'schema');
    if (schema === undefined) {
      this.#faults.add(`${what}.schema is missing: it says where the SDL is.`, place);
      return undefined;
    }
    const source = await this.#source(schema, `${what}.schema`);
    return source === undefined ? undefined : { name, routingUrl, source, place: schema.place };
  }

  async #source({ node, place }: Item, what: string): Promise<SchemaSource | undefined> {
    const items = this.#yaml.entries(node, what, place);
    if (items === undefined) return undefined;
    const given = sourceKeys.filter((key) => itemOf(items, key) !== undefined);
    const [key, ...others] = given;
    const item = key === undefined ? undefined : itemOf(items, key);
    if (key === undefined || item === undefined) {
      const known = 'file, sdl, subgraph_url, or graphref with subgraph';
      this.#faults.add(`${what} names no source. It takes one of ${known}.`, place);
      return undefined;
    }
    if (others.length > 0) {
      const message = `${what} has ${given.join(' and ')}. As in Rover, ${key} is taken; remove what is not meant.`;
      this.#warn('SCHEMA_SOURCES', message, place);
    }
    const value = await this.#text(item, `${what}.${key}`);
    return value === undefined ? undefined : this.#sourceOf(key, value, { items, what, place });
  }

  async #sourceOf(
    key: SourceKey,
    value: string,
    { items, what, place }: { items: readonly Item[]; what: string; place: Place },
  ): Promise<SchemaSource | undefined> {
    if (key === 'file') return { kind: 'file', file: value };
    if (key === 'sdl') return { kind: 'sdl', sdl: value };
    if (key === 'subgraph_url') {
      const headers = itemOf(items, 'introspection_headers');
      return { kind: 'url', url: value, headers: headers === undefined ? [] : await this.#headers(headers, what) };
    }
    const item = itemOf(items, 'subgraph');
    if (item === undefined) this.#faults.add(`${what}.subgraph is missing: it names the subgraph in ${value}.`, place);
    const subgraph = item === undefined ? undefined : await this.#text(item, `${what}.subgraph`);
    return subgraph === undefined ? undefined : { kind: 'graphos', graphRef: value, subgraph };
  }

  async #headers(headers: Item, what: string): Promise<readonly (readonly [string, string])[]> {
    if (!this.#yaml.isPresent(headers)) return [];
    const read: [string, string][] = [];
    for (const item of this.#yaml.entries(headers.node, `${what}.introspection_headers`, headers.place) ?? []) {
      const value = await this.#text(item, `${what}.introspection_headers.${item.key}`);
      if (value !== undefined) read.push([item.key, value]);
    }
    return read;
  }

  #warn(rule: string, message: string, place: Place | undefined): void {
    const at = place === undefined ? {} : { place };
    this.findings.push({ check: 'compose', rule, severity: 'warning', message, ...at });
  }
}

/** Reads the text of supergraph.yaml. What is wrong with it is added to the faults; what is left out by them is not returned. */
export const readSupergraphYaml = async (text: string, reading: Reading, faults: Faults): Promise<SupergraphYaml> => {
  const reader = new Reader(text, reading, faults);
  return { ...(await reader.root()), findings: reader.findings };
};
