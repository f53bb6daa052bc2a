import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_SECONDS } from '../src/cli/deadline.ts';
import { createProgram } from '../src/cli/program.ts';
import { Faults } from '../src/project/faults.ts';
import { settingsSchema } from '../src/project/settings.ts';
import { supergraphKeys } from '../src/project/supergraph-keys.ts';
import { readSupergraphYaml } from '../src/project/supergraph-yaml.ts';

const text = readFileSync(new URL('../../../docs/schema-checks.md', import.meta.url), 'utf8');
const program = createProgram(() => undefined, DEFAULT_SECONDS);

const leavesOf = (command: Command, path: readonly string[] = []): readonly string[] =>
  command.commands.length === 0
    ? [path.join(' ')]
    : command.commands.flatMap((each) => leavesOf(each, [...path, each.name()]));

/** What the page tells to run, without `supergraph`. */
const lines = [...text.matchAll(/(?:^|`|npx )supergraph ([a-z].*?)(?=`| {2,}#| &&|$)/gm)].map(([, line]) => line!);

/** The command that a line runs, and what it is given. */
const called = (words: readonly string[], command: Command = program): readonly [Command, readonly string[]] => {
  const next = command.commands.find((each) => each.name() === words[0]);
  return next === undefined ? [command, words] : called(words.slice(1), next);
};

describe('docs/schema-checks.md', () => {
  it('has an example of each command', () => {
    expect(leavesOf(program).filter((command) => !lines.some((line) => line.startsWith(command)))).toStrictEqual([]);
  });

  it('tells to run nothing that there is not', () => {
    expect(lines.length).toBeGreaterThan(20);
    const unknown = lines.flatMap((line) => {
      const [command, words] = called(line.split(' '));
      const options = words.filter((word) => word.startsWith('--'));
      const known = options.filter((option) => command.options.some(({ long }) => long === option));
      return command === program || known.length < options.length ? [line] : [];
    });
    expect(unknown).toStrictEqual([]);
  });
});

const faultsOf = async (yaml: string): Promise<string> => {
  const faults = new Faults('');
  await readSupergraphYaml(yaml, { file: 'supergraph.yaml', variables: { env: { TOKEN: 't' }, folder: '/' } }, faults);
  try {
    faults.throwIfAny();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

const inside: Readonly<Record<string, string>> = {
  introspection_headers: 'subgraph_url: http://localhost, ',
  subgraph: 'graphref: shop@prod, ',
  graphref: 'subgraph: users, ',
};

/** A whole file with a value for one key. */
const fileWith = (name: keyof typeof supergraphKeys, value: string): string => {
  const { path } = supergraphKeys[name];
  const entry = `${inside[name] ?? ''}${name}: ${value}`;
  if (path === 'subgraphs') return entry;
  if (path === name) return `subgraphs: { a: { schema: { file: a } } }\n${entry}`;
  return path.includes('.schema.')
    ? `subgraphs: { a: { schema: { ${entry} } } }`
    : `subgraphs: { a: { ${name === 'schema' ? '' : 'schema: { file: a }, '}${entry} } }`;
};

describe('the keys of supergraph.yaml that are listed', () => {
  const names = Object.keys(supergraphKeys) as (keyof typeof supergraphKeys)[];

  it.each(names)('%s has an example that is taken, and is read', async (name) => {
    const { path, example } = supergraphKeys[name];
    expect(await faultsOf(fileWith(name, example))).toBe('');
    expect(await faultsOf(fileWith(name, '[1]'))).toContain(`${path.replace('<name>', 'a')} must be a`);
  });
});

/** A registry.yaml with one key; a contract takes one more to be one. */
const settingsWith = (path: string, example: string): unknown => {
  const keys = path.replace('<RULE>', 'ALL').split('.');
  const last = { [keys.at(-1)!]: parse(example) as unknown };
  if (keys[0] === 'contracts')
    return { contracts: { public: path.endsWith('clude') ? last : { exclude: ['x'], ...last } } };
  return keys.length === 1 ? last : { [keys[0]!]: last };
};

it('the examples of the keys of registry.yaml are taken', () => {
  const table = text.split('<!-- registry.yaml:begin -->')[1]!.split('<!--')[0]!;
  const rows = [...table.matchAll(/^\| `([^`]+)`(?:[^|]*\|){3} `([^`]+)`/gm)];
  expect(rows.length).toBeGreaterThan(15);
  for (const [, path = '', example = ''] of rows)
    expect([path, settingsSchema.safeParse(settingsWith(path, example)).error]).toStrictEqual([path, undefined]);
});
