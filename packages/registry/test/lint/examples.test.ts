import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { apollo } from '../../src/composition/apollo.ts';
import { guild } from '../../src/composition/guild.ts';
import { rules } from '../../src/lint/rules.ts';
import { lintExample, read, subgraphsOf } from './support.ts';

describe.each(rules)('$name', ({ name, severity, bad, finds, good }) => {
  it('finds what is wrong with its bad example, there, and nothing else', () => {
    const { line, column, coordinate, subgraph = Object.keys(subgraphsOf(bad))[0] } = finds;
    const place = { file: `${subgraph}.graphql`, line, column };
    expect(lintExample(bad)).toStrictEqual([
      { check: 'lint', rule: name, severity, message: expect.stringMatching(/\.$/), coordinate, subgraph, place },
    ]);
  });

  it('finds nothing in its good example, nor does any other rule', () => {
    expect(lintExample(good)).toStrictEqual([]);
  });

  // Otherwise the document, which is formatted, would have them in other places than the rule names.
  it.each([bad, good])('has examples that are formatted', async (example) => {
    for (const sdl of Object.values(subgraphsOf(example))) {
      expect(await format(sdl, { parser: 'graphql', printWidth: 120 })).toBe(sdl);
    }
  });

  it.each([apollo, guild])('has a good example that $name composes', (composer) => {
    const services = read(good).map((each) => ({ name: each.name, url: '', typeDefs: each.document }));
    const { supergraph, errors } = composer.compose(services);
    expect(errors.map(({ message }) => message)).toStrictEqual([]);
    expect(supergraph).toBeDefined();
  });
});
