import { cancelOrder } from '../examples.ts';
import type { Graph } from '../graph/graph.ts';
import { mutations, objects } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';
import { wordsOf } from '../words.ts';

const GENERIC = new Set(['do', 'handle', 'mutate', 'mutation', 'patch', 'perform', 'post', 'process', 'put']);

const faultOf = (name: string, nouns: ReadonlySet<string>): string | undefined => {
  const words = wordsOf(name);
  const [first = '', last = first] = [words[0], words.at(-1)];
  if (words.length < 2) return 'is one word: say what is done, and to what';
  if (GENERIC.has(first)) return `begins with “${first}”: say what is done`;
  return nouns.has(first) && !nouns.has(last) ? `begins with the noun “${first}”: put the verb first` : undefined;
};

/** Types of one word, such as order. */
const nounsOf = (graph: Graph): ReadonlySet<string> =>
  new Set(
    objects(graph)
      .map(({ name }) => wordsOf(name))
      .filter(({ length }) => length === 1)
      .flat(),
  );

export const mutationName: Rule = {
  name: 'MUTATION_NAME',
  severity: 'warning',
  what: 'A mutation is a verb and a noun, as in `cancelOrder`. The verb says what happens in the business.',
  why: 'Beginning with the noun, or with a verb that fits everything, a mutation tells its readers to look inside.',
  alike: ['GraphOS RESTY_FIELD_NAMES', 'graphql-eslint naming-convention (forbiddenPrefixes)'],
  bad: cancelOrder.replace('  cancelOrder(', '  orderCancel('),
  finds: { coordinate: 'Mutation.orderCancel', line: 8, column: 3 },
  good: cancelOrder,
  check: (graph) => {
    const nouns = nounsOf(graph);
    return mutations(graph).flatMap((element) => {
      const fault = faultOf(element.name, nouns);
      return fault === undefined ? [] : [{ element, message: `${element.coordinate} ${fault}.` }];
    });
  },
};
