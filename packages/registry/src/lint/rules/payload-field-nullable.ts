import { cancelOrder } from '../examples.ts';
import { mutations } from '../graph/queries.ts';
import { isNonNull, nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

export const payloadFieldNullable: Rule = {
  name: 'PAYLOAD_FIELD_NULLABLE',
  severity: 'warning',
  what: 'Fields of a payload are nullable, `userErrors` excepted.',
  why: 'A refused mutation has nothing to put there. A non-null field would turn the refusal, with its reasons, into an error.',
  bad: cancelOrder.replace(/order: Order\n(?= {2}"Why)/, 'order: Order!\n'),
  finds: { coordinate: 'CancelOrderPayload.order', line: 28, column: 3 },
  good: cancelOrder,
  check: (graph) => {
    const payloads = new Set(mutations(graph).map(({ node }) => nameOf(node.type)));
    return graph.fields
      .filter(({ name, node, parent }) => payloads.has(parent.name) && name !== 'userErrors' && isNonNull(node.type))
      .map((element) => ({ element, message: `${element.coordinate} is non-null, but a refused mutation has none.` }));
  },
};
