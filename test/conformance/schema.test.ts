import { globSync, readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { Kind, parse, print, validate, type ConstDirectiveNode } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const files = globSync('subgraphs/*/schema.graphql', { cwd: root });
const read = (path: string) => parse(readFileSync(`${root}${path}`, 'utf8'));

/** A definition and what it holds, as far as descriptions go. */
interface Described {
  readonly name?: { readonly value: string } | undefined;
  readonly description?: object | undefined;
  readonly fields?: readonly Described[] | undefined;
  readonly values?: readonly Described[] | undefined;
  readonly arguments?: readonly Described[] | undefined;
}

/** The names of everything in a definition that a frontend developer would look up in vain. */
const undescribed = (node: Described, owner: string): string[] => {
  const name = [owner, node.name?.value ?? 'schema'].filter(Boolean).join('.');
  const parts = [...(node.fields ?? []), ...(node.values ?? []), ...(node.arguments ?? [])];
  return [...(node.description === undefined ? [name] : []), ...parts.flatMap((part) => undescribed(part, name))];
};

const compose = () =>
  composeServices(
    files.map((path) => ({ name: path.split('/')[1] ?? '', url: 'http://localhost', typeDefs: read(path) })),
  );

describe('the schema', () => {
  it('is made of five subgraphs', () => {
    expect(files).toHaveLength(5);
  });

  it.each(files)('%s describes every type, field, argument and value', (path) => {
    const names = read(path).definitions.flatMap((definition) => undescribed(definition as Described, ''));
    expect(names.filter((name) => !['Query', 'Mutation'].includes(name))).toStrictEqual([]);
  });

  it('composes without a hint: what several subgraphs share is the same in all of them', () => {
    const { errors, hints } = compose();
    expect(errors ?? []).toStrictEqual([]);
    expect((hints ?? []).map((hint) => hint.toString())).toStrictEqual([]);
  });

  it('says in all subgraphs the same of what may be shared, for composition does not tell who said it', () => {
    const said = new Map<string, Set<string>>();
    const say = (name: string, directives: readonly ConstDirectiveNode[] = []): void => {
      const words = directives
        .filter((directive) => directive.name.value === 'cacheControl')
        .map((each) => print(each));
      said.set(name, (said.get(name) ?? new Set()).add(words.join(' ')));
    };
    for (const { definitions } of files.map(read))
      for (const definition of definitions) {
        if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
        say(definition.name.value, definition.directives);
        for (const { name, directives } of definition.fields ?? [])
          say(`${definition.name.value}.${name.value}`, directives);
      }
    expect([...said].filter(([, words]) => words.size > 1)).toStrictEqual([]);
  });

  it('fits every journey of operations/', () => {
    const { schema } = compose();
    const api = schema!.toAPISchema().toGraphQLJSSchema();
    for (const path of globSync('operations/*.graphql', { cwd: root })) {
      expect([path, validate(api, read(path))]).toStrictEqual([path, []]);
    }
  });
});
