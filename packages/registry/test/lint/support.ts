import { parse, Source, type DocumentNode } from 'graphql';
import type { Finding } from '../../src/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Example } from '../../src/lint/rule.ts';
import type { LintSettings } from '../../src/project/settings.ts';

const HEADER = parse(`extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@authenticated", "@external", "@inaccessible", "@interfaceObject", "@key", "@listSize", "@override", "@policy", "@provides", "@requires", "@requiresScopes", "@shareable", "@tag"]
  )`);

/** The subgraphs of an example, by name. */
export const subgraphsOf = (example: Example): Readonly<Record<string, string>> =>
  typeof example === 'string' ? { shop: example } : example;

/** With the `@link` that the documents leave out, behind it: places stay as they are read. */
const parsed = (sdl: string, file: string): DocumentNode => {
  const document = parse(new Source(sdl, file));
  return { ...document, definitions: [...document.definitions, ...HEADER.definitions] };
};

/** The same, as composers and linter take it. */
export const read = (example: Example) =>
  Object.entries(subgraphsOf(example)).map(([name, sdl]) => {
    const file = `${name}.graphql`;
    return { name, file, sdl, document: parsed(sdl, file) };
  });

const surroundings = { today: '2026-11-23', contractTags: new Set(['internal', 'marketing', 'customer', 'pii']) };

/** Lints on a day that stays the same, with the contracts of this repository. */
export const lintExample = (example: Example, settings: LintSettings = {}): readonly Finding[] =>
  lint(read(example), surroundings, settings);
