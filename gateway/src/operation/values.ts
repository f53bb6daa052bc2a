import { scalarNamed } from '@qsr/scalars';
import {
  GraphQLError,
  isScalarType,
  type ASTVisitor,
  type FloatValueNode,
  type GraphQLSchema,
  type IntValueNode,
  type ValidationContext,
} from 'graphql';

/**
 * Lets a schema check values of the scalars that we know, by their names. A composed schema accepts anything, and a
 * subgraph that finds out later answers nothing of its whole part of the operation.
 */
export const checkScalars = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    const known = isScalarType(type) ? scalarNamed(type.name) : null;
    if (known !== null) Object.assign(type, { parseValue: known.parseValue, parseLiteral: known.parseLiteral });
  }
};

/** Refuses a literal such as 1e400, which is Infinity to JavaScript and no number to a subgraph. */
export const finiteNumbersRule = (context: ValidationContext): ASTVisitor => {
  const check = (node: FloatValueNode | IntValueNode): void => {
    const isFloat = /\bFloat\b/.test(String(context.getInputType()));
    if (!isFloat || Number.isFinite(Number(node.value))) return;
    context.reportError(new GraphQLError(`Float cannot represent ${node.value}: it is too large.`, { nodes: node }));
  };
  return { FloatValue: check, IntValue: check };
};
