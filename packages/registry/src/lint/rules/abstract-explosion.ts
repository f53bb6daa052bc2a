import { possibleTypes } from '../graph/entities.ts';
import { interfaces, unions } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

/** Plans are made for each type on its own beyond what they have in common. */
const MAX = 10;

const example = (count: number): string => {
  const names = Array.from({ length: count }, (_, index) => `Panel${index + 1}`);
  return `type Query {
  "The first part of the screen."
  firstModule: HomeModule
}

"One part of a screen."
union HomeModule = ${names.join(' | ')}

${names.map((name) => `"A part."\ntype ${name} {\n  "Headline."\n  title: String\n}\n`).join('\n')}`;
};

export const abstractExplosion: Rule = {
  name: 'ABSTRACT_EXPLOSION',
  severity: 'warning',
  what: `An interface or union has at most ${MAX} types, those of all subgraphs together.`,
  why: 'A selection on it is planned for every type where subgraphs differ: plans, planning time and memory grow by types and by subgraphs. One graph with 70 implementations ended in a RangeError (apollographql/federation #2935).',
  bad: example(MAX + 1),
  finds: { coordinate: 'HomeModule', line: 7, column: 7 },
  good: example(3),
  check: (graph) => {
    const seen = new Set<string>();
    return [...interfaces(graph), ...unions(graph)].flatMap((element) => {
      const { length } = possibleTypes(graph, element.name);
      if (seen.has(element.name) || length <= MAX) return [];
      seen.add(element.name);
      return [
        {
          element,
          message: `${element.name} stands for ${length} types, more than ${MAX}. One object with optional fields plans faster.`,
        },
      ];
    });
  },
};
