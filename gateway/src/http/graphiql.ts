import { createHash } from 'node:crypto';
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

/** True for a browser that opens the URL, also one that GraphiQL wrote its operation into; clients ask for JSON. */
export const wantsPage = ({ headers }: FastifyRequest): boolean => (headers.accept ?? '').includes('text/html');

/** A value as JavaScript source that cannot end the script element it stands in. */
const asScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * GraphiQL fills the editors of the first tab from what the browser stored and not from the tab, and prefers tabs of an
 * earlier visit, whose tokens may be void by now. So new tabs replace what was stored, the first one in the editors.
 */
const preset = (tabs: readonly Tab[]): string => {
  const [first] = tabs;
  if (first === undefined) return '';
  const edition = createHash('sha256').update(JSON.stringify(tabs)).digest('base64url');
  return `<script>
    if (localStorage.getItem('tabs-edition') !== ${asScript(edition)}) {
      for (const name of ['tabState', 'query', 'operationName']) localStorage.removeItem('graphiql:' + name);
      localStorage.setItem('graphiql:variables', ${asScript(first.variables ?? '')});
      localStorage.setItem('graphiql:headers', ${asScript(first.headers ?? '')});
      localStorage.setItem('tabs-edition', ${asScript(edition)});
    }
  </script>`;
};

/** Makes the page when it is first asked for: it is one 9 MB file with all its assets inside, so that it works offline. */
export const createGraphiqlPage = (tabs: readonly Tab[]): (() => Promise<Buffer>) => {
  const render = async (): Promise<Buffer> => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const defaultTabs = tabs.length === 0 ? {} : { defaultTabs: [...tabs] };
    const page = renderGraphiQL({ title: 'GraphiQL', shouldPersistHeaders: true, ...defaultTabs });
    return Buffer.from(page.replace('<head>', () => `<head>${preset(tabs)}`));
  };
  let page: Promise<Buffer> | undefined;
  return () => (page ??= render());
};
