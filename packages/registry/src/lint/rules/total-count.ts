import { order, orderConnection, orderEdge, pagedOrders, pageInfo } from '../examples.ts';
import type { Rule } from '../rule.ts';

const good = `${pagedOrders}${order}${orderEdge}${orderConnection}${pageInfo}`;

export const totalCount: Rule = {
  name: 'TOTAL_COUNT',
  severity: 'warning',
  what: 'A connection has no `totalCount`, `count` or `total`.',
  why: 'Counting reads the whole list for a page of it. Where a count is needed, it is a field of its own, with a cost of its own.',
  bad: good.replace(
    '  pageInfo: PageInfo!\n',
    '  pageInfo: PageInfo!\n  "How many orders there are on all pages."\n  totalCount: Int\n',
  ),
  finds: { coordinate: 'OrderConnection.totalCount', line: 32, column: 3 },
  good,
  check: (graph) =>
    graph.fields
      .filter(({ name, parent }) => parent.name.endsWith('Connection') && /^(?:totalCount|count|total)$/.test(name))
      .map((element) => ({ element, message: `${element.coordinate} makes every page count the whole list.` })),
};
