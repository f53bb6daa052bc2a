import { Kind } from 'graphql';
import { order, orderConnection, orderEdge, pagedOrders, pageInfo } from '../examples.ts';
import type { ArgumentElement } from '../graph/elements.ts';
import { isNonNull, nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

/** More than any page of the API may have. */
const MAX = 100;

const tail = `${order}${orderEdge}${orderConnection}${pageInfo}`;

const faultOf = ({ name, node }: ArgumentElement): string | undefined => {
  const { defaultValue, type, description } = node;
  const size = defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined;
  if (name === 'first' && size === undefined && !isNonNull(type)) {
    return 'is neither required nor has it a default: what is left out must not mean everything';
  }
  if (size !== undefined && (size < 1 || size > MAX)) return `has the default ${size}: take one from 1 to ${MAX}`;
  return /\d/.test(description?.value ?? '') ? undefined : 'does not say its bound: “How many, 1 to 50.”';
};

export const pageSizeBound: Rule = {
  name: 'PAGE_SIZE_BOUND',
  severity: 'warning',
  what: `\`first\` has a default of at most ${MAX} or is required, and the description of \`first\` and \`last\` says the bound.`,
  why: 'A page without a bound is as large as the table. A bound that is not written down is found out in production.',
  bad: `${pagedOrders.replace('first: Int = 10', 'first: Int')}${tail}`,
  finds: { coordinate: 'Query.orders(first:)', line: 5, column: 5 },
  good: `${pagedOrders}${tail}`,
  check: (graph) =>
    graph.fields
      .flatMap(({ args }) => args)
      .filter(({ name, node }) => (name === 'first' || name === 'last') && nameOf(node.type) === 'Int')
      .flatMap((element) => {
        const fault = faultOf(element);
        return fault === undefined ? [] : [{ element, message: `${element.coordinate} ${fault}.` }];
      }),
};
