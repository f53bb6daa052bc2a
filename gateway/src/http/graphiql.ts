import { readFile } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const textOrObject = z.union([
  z.string(),
  z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value, null, 2)),
]);

/** The file of ready tabs. Variables and headers may be written as JSON or as the text of JSON. */
const tabsFile = z.array(
  z.object({ query: z.string(), variables: textOrObject.optional(), headers: textOrObject.optional() }),
);

/** One tab of GraphiQL: variables and headers as text, as its editors show them. */
export interface Tab {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

/** Reads the tabs. Throws an `Error` that names the file when it is missing or malformed. */
export const readTabs = async (path: string | undefined): Promise<readonly Tab[]> => {
  if (path === undefined) return [];
  try {
    const tabs = tabsFile.parse(JSON.parse(await readFile(path, 'utf8')));
    return tabs.map(({ query, variables, headers }) => ({
      query,
      ...(variables === undefined ? {} : { variables }),
      ...(headers === undefined ? {} : { headers }),
    }));
  } catch (cause) {
    throw new Error(`GRAPHIQL_TABS: ${path} is not a JSON list of { query, variables?, headers? }`, { cause });
  }
};

/** True for a browser that opens the URL, false for a client that sends an operation in it. */
export const wantsPage = ({ headers, query }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !Object.hasOwn(query as object, 'query');

/** Makes the page when it is first asked for: it is one 9 MB file with all its assets inside, so that it works offline. */
export const createGraphiqlPage = (tabs: readonly Tab[]): (() => Promise<Buffer>) => {
  const render = async (): Promise<Buffer> => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    return Buffer.from(renderGraphiQL({ title: 'GraphiQL', ...(tabs.length === 0 ? {} : { defaultTabs: [...tabs] }) }));
  };
  let page: Promise<Buffer> | undefined;
  return () => (page ??= render());
};
