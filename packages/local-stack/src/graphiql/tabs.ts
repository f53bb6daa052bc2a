import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tokenKind, type TokenKind } from '../tokens/kinds.ts';
import type { ExampleValues } from './example-ids.ts';

/** A tab as GraphiQL's `defaultTabs` wants it: `variables` and `headers` are JSON texts. */
export interface GraphiqlTab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

/** One file of `operations/`, with its sibling `<name>.variables.json`. */
export interface OperationFile {
  readonly name: string;
  readonly query: string;
  /** Of the first line's `Token: <kind>`; null for `none`. */
  readonly token: TokenKind | null;
  readonly variables: unknown;
}

/** The operations of a folder, in the order of their file names. Throws when one does not say whose token it needs. */
export const readOperations = async (folder: string): Promise<readonly OperationFile[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace(/\.graphql$/, '');
      const query = await readFile(resolve(folder, file), 'utf8');
      const variables = await readFile(resolve(folder, `${name}.variables.json`), 'utf8');
      const kind = /^#.*Token: (\w+)$/m.exec(query)?.[1];
      if (kind === undefined) throw new Error(`${file}: the first line has no "Token: <kind>"`);
      return {
        name,
        query,
        token: kind === 'none' ? null : tokenKind(kind),
        variables: JSON.parse(variables) as unknown,
      };
    }),
  );
};

/** Puts the example values in the place of their names. Throws for a name that has no value. */
export const fillIn = (variables: unknown, values: ExampleValues): string =>
  JSON.stringify(
    variables,
    (_key, value: unknown) => {
      if (typeof value !== 'string' || !value.startsWith('$')) return value;
      const known = values.get(value);
      if (known === undefined) throw new Error(`the seed has no ${value}`);
      return known;
    },
    2,
  );

/** The tabs that open with GraphiQL, each with the token that it needs. */
export const graphiqlTabs = (
  operations: readonly OperationFile[],
  values: ExampleValues,
  tokens: Readonly<Record<TokenKind, string>>,
): readonly GraphiqlTab[] =>
  operations.map(({ query, token, variables }) => ({
    query,
    variables: fillIn(variables, values),
    headers: token === null ? '{}' : JSON.stringify({ authorization: `Bearer ${tokens[token]}` }, null, 2),
  }));
