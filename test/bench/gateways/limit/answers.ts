import type { Ask } from './client.ts';

/** An answer to one `_entities`. */
export interface Entities<Entity> {
  readonly _entities: readonly Entity[];
}

const inQuotes = (text: string): string => `"${text}"`;

/** What one request reads from the subgraphs, and how its strings are written again. */
export class Answers {
  readonly #ask: Ask;
  /** Strings need escapes only when there were some. */
  quote: (text: string) => string = inQuotes;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** `query` is written as within JSON, `variables` is JSON. */
  async read<Data>(path: string, query: string, variables = '{}'): Promise<Data> {
    const text = await this.#ask(path, `{"query":"${query}","variables":${variables}}`);
    if (text.includes('\\')) this.quote = JSON.stringify;
    return (JSON.parse(text) as { data: Data }).data;
  }
}

/** A list of representations that are JSON already. */
export const representations = (texts: Iterable<string>): string => `[${[...texts].join()}]`;
