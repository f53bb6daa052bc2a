import { endDateOf } from '../dates.ts';
import { applied } from '../graph/directives.ts';
import type { Rule } from '../rule.ts';
import { overriding } from './override-end-date.ts';

export const overrideOverdue: Rule = {
  name: 'OVERRIDE_OVERDUE',
  severity: 'warning',
  what: 'An `@override` is gone when its day has come.',
  why: 'The move is over, or it is stuck; somebody should know which.',
  alike: ['GraphOS OVERRIDE_DIRECTIVE_CAN_BE_REMOVED'],
  bad: overriding('  # Moves from orders, until 2020-06-30.\n'),
  finds: { coordinate: 'Store.name', line: 7, column: 16, subgraph: 'stores' },
  good: overriding('  # Moves from orders, until 2099-12-31.\n'),
  check: (graph) =>
    graph.fields.flatMap((element) => {
      const day = endDateOf(element);
      if (day === undefined || day >= graph.today) return [];
      return applied(element, 'override').map((at) => ({
        element,
        at,
        message: `${element.coordinate} was to be overridden until ${day}. Take the field out of the old subgraph, and @override away.`,
      }));
    }),
};
