import { globSync, readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse, validate } from 'graphql';
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

  it('fits every journey of operations/', () => {
    const { schema } = compose();
    const api = schema!.toAPISchema().toGraphQLJSSchema();
    for (const path of globSync('operations/*.graphql', { cwd: root })) {
      expect([path, validate(api, read(path))]).toStrictEqual([path, []]);
    }
  });
});
