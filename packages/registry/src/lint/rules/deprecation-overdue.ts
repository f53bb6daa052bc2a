import { endDateIn } from '../dates.ts';
import { deprecatedWith, deprecations } from '../deprecations.ts';
import type { Rule } from '../rule.ts';

export const deprecationOverdue: Rule = {
  name: 'DEPRECATION_OVERDUE',
  severity: 'warning',
  what: 'What is deprecated is removed when its day has come, or gets a later day.',
  why: 'A day that passes without effect teaches clients that days mean nothing.',
  alike: ['graphql-eslint require-deprecation-date'],
  bad: deprecatedWith('use Order.number; removal after 2020-06-30'),
  finds: { coordinate: 'Order.code', line: 11, column: 16 },
  good: deprecatedWith('use Order.number; removal after 2099-12-31'),
  check: (graph) =>
    deprecations(graph).flatMap(({ element, directive, reason }) => {
      const day = endDateIn(reason);
      if (day === undefined || day >= graph.today) return [];
      const message = `${element.coordinate} was to be removed after ${day}. Remove it once nobody uses it, or give it a later day.`;
      return [{ element, at: directive, message }];
    }),
};
