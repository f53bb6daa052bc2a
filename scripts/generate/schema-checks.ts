import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { z } from 'zod';
import { settingsSchema } from '../../packages/registry/src/project/settings.ts';
import { supergraphKeys, type SupergraphKey } from '../../packages/registry/src/project/supergraph-keys.ts';
import type { GeneratedFile } from './file.ts';
import { tableOf, withTable } from './table.ts';

const path = 'docs/schema-checks.md';

/** What of JSON Schema our settings are made of. */
interface Setting {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Setting;
  readonly properties?: Readonly<Record<string, Setting>>;
  readonly propertyNames?: unknown;
  readonly additionalProperties?: Setting | boolean;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** What is taken when it is absent, where that is no value. */
  readonly fallback?: string;
}

const rangeOf = ({ minimum, maximum = Infinity }: Setting): string => {
  if (minimum === undefined) return '';
  return maximum < Number.MAX_SAFE_INTEGER ? `, ${minimum} to ${maximum}` : `, at least ${minimum}`;
};

const typeOf = (setting: Setting): string => {
  if (setting.enum !== undefined) return setting.enum.join(' · ');
  if (setting.type === 'array') return `list of ${typeOf(setting.items ?? {})}s`;
  return `${setting.type}${rangeOf(setting)}`;
};

const inYaml = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const titles = ['Key', 'Type', 'Default', 'Example', 'Meaning'];

/** A row for each key that is no mapping, with the keys that lead to it. */
const rowsOf = (setting: Setting, name: string): readonly (readonly string[])[] => {
  const { properties, additionalProperties: each, default: fallback, description, examples } = setting;
  if (properties !== undefined)
    return Object.entries(properties).flatMap(([key, inner]) => rowsOf(inner, name === '' ? key : `${name}.${key}`));
  if (typeof each === 'object') return rowsOf(each, `${name}.<${name === 'lint' ? 'RULE' : 'name'}>`);
  const [example] = examples ?? [];
  if (description === undefined || example === undefined)
    throw new Error(`registry.yaml: ${name} needs .meta({ description, examples }).`);
  const written = fallback === undefined ? (setting.fallback ?? 'none') : code(inYaml(fallback));
  return [[code(name), typeOf(setting), written, code(inYaml(example)), description]];
};

const settingsTable = (): string => tableOf(titles, rowsOf(z.toJSONSchema(settingsSchema) as Setting, ''));

const supergraphRow = ({ path: key, type, fallback, example, what }: SupergraphKey): readonly string[] => [
  code(key),
  type,
  fallback,
  code(example),
  what,
];

const supergraphTable = (): string => tableOf(titles, Object.values(supergraphKeys).map(supergraphRow));

/** docs/schema-checks.md: the tables of keys in it, from what reads the two files. */
export const schemaChecksDocument = async (): Promise<GeneratedFile> => {
  const text = await readFile(path, 'utf8');
  const options = await resolveConfig(path);
  const half = withTable({ path, text, name: 'supergraph.yaml' }, supergraphTable());
  const content = withTable({ path, text: half, name: 'registry.yaml' }, settingsTable());
  return { path, content: await format(content, { ...options, parser: 'markdown' }) };
};
