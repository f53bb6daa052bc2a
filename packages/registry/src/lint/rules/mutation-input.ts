import { cancelOrder } from '../examples.ts';
import { isNonNull, nameOf } from '../graph/type-nodes.ts';
import type { FieldElement } from '../graph/elements.ts';
import { mutations } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

const isOneInput = ({ args }: FieldElement): boolean => {
  const [argument] = args;
  return (
    argument !== undefined &&
    args.length === 1 &&
    argument.name === 'input' &&
    isNonNull(argument.node.type) &&
    nameOf(argument.node.type).endsWith('Input')
  );
};

export const mutationInput: Rule = {
  name: 'MUTATION_INPUT',
  severity: 'warning',
  what: 'A mutation takes one argument, `input`, which is required and of an input type.',
  why: 'Clients keep one variable for it, and a later field of the input needs no change of their operations.',
  alike: ['graphql-eslint input-name'],
  bad: cancelOrder.replace('input: CancelOrderInput!', 'order: CancelOrderInput!'),
  finds: { coordinate: 'Mutation.cancelOrder', line: 8, column: 3 },
  good: cancelOrder,
  check: (graph) =>
    mutations(graph)
      .filter((element) => !isOneInput(element))
      .map((element) => ({
        element,
        message: `${element.coordinate} takes other arguments than one input. Make it (input: ${element.name.charAt(0).toUpperCase()}${element.name.slice(1)}Input!).`,
      })),
};
