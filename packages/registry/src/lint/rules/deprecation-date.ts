import { endDateIn } from '../dates.ts';
import { deprecatedWith, deprecations } from '../deprecations.ts';
import type { Rule } from '../rule.ts';

export const deprecationDate: Rule = {
  name: 'DEPRECATION_DATE',
  severity: 'warning',
  what: 'The reason of `@deprecated` says “removal after YYYY-MM-DD”.',
  why: 'Without a day it stays for ever. With one, clients can plan, and so can who removes it.',
  alike: ['graphql-eslint require-deprecation-date'],
  bad: deprecatedWith('use Order.number'),
  finds: { coordinate: 'Order.code', line: 11, column: 16 },
  good: deprecatedWith('use Order.number; removal after 2099-12-31'),
  check: (graph) =>
    deprecations(graph)
      .filter(({ reason }) => endDateIn(reason) === undefined)
      .map(({ element, directive }) => ({
        element,
        at: directive,
        message: `The reason of ${element.coordinate} names no day. Write “removal after YYYY-MM-DD”.`,
      })),
};
