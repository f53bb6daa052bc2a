import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { z } from 'zod';
import type { GeneratedFile } from './file.ts';
import { tableOf, withTable } from './table.ts';

/** How a default is written into the environment. */
const written = (value: unknown): string => {
  if (value === undefined) return 'none';
  const text = Array.isArray(value) ? value.join(',') : value;
  return `\`${typeof text === 'string' ? text : JSON.stringify(text)}\``;
};

const row = ([name, field]: [string, z.ZodType]): readonly string[] => {
  const absent = z.safeParse(field, undefined);
  return [`\`${name}\``, absent.success ? written(absent.data) : '**required**', field.description ?? ''];
};

const readmeOf = async (root: string): Promise<GeneratedFile[]> => {
  const path = `${root}/README.md`;
  if (!existsSync(path)) return [];
  const text = await readFile(path, 'utf8');
  const { environment } = (await import(resolve(`${root}/src/config.ts`))) as {
    environment: Record<string, z.ZodType>;
  };
  const table = tableOf(['Variable', 'Default', 'Meaning'], Object.entries(environment).map(row));
  const content = withTable({ path, text, name: 'environment' }, table);
  return [{ path, content: await format(content, { parser: 'markdown', printWidth: 120 }) }];
};

/** The environment table in the README of every service, from its `src/config.ts`. */
export const environmentTables = async (): Promise<GeneratedFile[]> => {
  const roots = globSync(['subgraphs/*/src/config.ts', 'gateway/src/config.ts']).map((path) =>
    path.replace('/src/config.ts', ''),
  );
  return (await Promise.all(roots.sort().map(readmeOf))).flat();
};
