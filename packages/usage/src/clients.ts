import { OTHER, UNKNOWN } from './record.ts';

/** One version of one client. */
export interface Client {
  readonly name: string;
  readonly version: string;
}

/** Headers as Node has them, in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const MAX_LENGTH = 64;

/** Clients told apart in a day; more than a product has, and few enough for the files. */
const MAX_CLIENTS = 500;

type Header = Headers[string];

/** A name or version that a client gave itself, as it is kept: short, and only what names and versions are made of. */
export const nameOfClient = (text: Header): string =>
  typeof text === 'string' && text !== '' ? text.slice(0, MAX_LENGTH).replace(/[^\w.:/+ -]/g, '_') : UNKNOWN;

const unknown: Client = { name: UNKNOWN, version: UNKNOWN };
const other: Client = { name: OTHER, version: OTHER };

/** The clients seen so far, one object each. */
export class Clients {
  readonly #known = new Map<Header, Map<Header, Client>>();
  #count = 0;

  /** Whoever names itself as Apollo's clients do, or as Hive's. */
  of(headers: Headers): Client {
    const name = headers['apollographql-client-name'] ?? headers['graphql-client-name'];
    const version = headers['apollographql-client-version'] ?? headers['graphql-client-version'];
    if (name === undefined && version === undefined) return unknown;
    return this.#known.get(name)?.get(version) ?? this.#learn(name, version);
  }

  #learn(name: Header, version: Header): Client {
    if (this.#count >= MAX_CLIENTS) return other;
    this.#count += 1;
    const client = { name: nameOfClient(name), version: nameOfClient(version) };
    const versions = this.#known.get(name) ?? new Map<Header, Client>();
    this.#known.set(name, versions.set(version, client));
    return client;
  }
}
