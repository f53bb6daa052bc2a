import { deprecatedWith, deprecations } from '../deprecations.ts';
import type { Graph } from '../graph/graph.ts';
import type { Rule } from '../rule.ts';

const REPLACEMENT = /\buse\s+\S|\bno replacement\b/i;
const COORDINATE = /\b([A-Z]\w*)\.([a-z]\w*)\b/g;

const faultOf = (graph: Graph, reason: string): string | undefined => {
  if (!REPLACEMENT.test(reason))
    return 'names no replacement. Write “use Type.field; removal after YYYY-MM-DD”, or “no replacement”';
  const unknown = [...reason.matchAll(COORDINATE)].find(([, type = '', field]) => {
    const types = graph.named(type);
    return !types.some(({ fields, inputFields }) => [...fields, ...inputFields].some(({ name }) => name === field));
  });
  return unknown === undefined ? undefined : `names ${unknown[0]}, which there is not`;
};

export const deprecationReason: Rule = {
  name: 'DEPRECATION_REASON',
  severity: 'warning',
  what: '`@deprecated` has a reason that names what to use instead, and that exists.',
  why: 'Who meets a deprecation wants to know what to write now. Without that they leave it as it is.',
  alike: ['graphql-eslint require-deprecation-reason', 'GraphOS DEPRECATED_DIRECTIVE_MISSING_REASON'],
  bad: deprecatedWith('obsolete; removal after 2099-12-31'),
  finds: { coordinate: 'Order.code', line: 11, column: 16 },
  good: deprecatedWith('use Order.number; removal after 2099-12-31'),
  check: (graph) =>
    deprecations(graph).flatMap(({ element, directive, reason }) => {
      const fault = faultOf(graph, reason);
      return fault === undefined
        ? []
        : [{ element, at: directive, message: `The reason of ${element.coordinate} ${fault}.` }];
    }),
};
