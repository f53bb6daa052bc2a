import { createHash } from 'node:crypto';
import {
  Kind,
  print,
  separateOperations,
  stripIgnoredCharacters,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';

/** By their text, so that the order in which they were written leaves no trace. */
const sortedByText = <Node extends ASTNode>(nodes: readonly Node[]): readonly Node[] =>
  nodes
    .map((node) => [print(node), node] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, node]) => node);

/** The same thing twice is one. */
const inOrder = <Node extends ASTNode>(nodes: readonly Node[]): readonly Node[] =>
  sortedByText([...new Map(nodes.map((node) => [print(node), node])).values()]);

const inOrderIfAny = <Node extends ASTNode>(nodes: readonly Node[] | undefined): readonly Node[] =>
  inOrder(nodes ?? []);

/** That a directive is repeated matters, also when it looks the same without its literals. */
const directivesInOrder = (nodes: readonly DirectiveNode[] = []): readonly DirectiveNode[] => sortedByText(nodes);

/** Every literal that can hold what somebody typed. What is left of one are names of the schema: enum values, true, false, null. */
const withoutLiterals = (document: DocumentNode): DocumentNode =>
  visit(document, {
    IntValue: (node) => ({ ...node, value: '0' }),
    FloatValue: () => ({ kind: Kind.INT, value: '0' }),
    StringValue: (node) => ({ ...node, value: '', block: false }),
    ListValue: (node) => ({ ...node, values: [] }),
    ObjectValue: (node) => ({ ...node, fields: [] }),
  });

const sorted = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: {
      leave: (node) => ({
        ...node,
        alias: undefined,
        arguments: inOrderIfAny(node.arguments),
        directives: directivesInOrder(node.directives),
      }),
    },
    Directive: { leave: (node) => ({ ...node, arguments: inOrderIfAny(node.arguments) }) },
    FragmentSpread: { leave: (node) => ({ ...node, directives: directivesInOrder(node.directives) }) },
    InlineFragment: { leave: (node) => ({ ...node, directives: directivesInOrder(node.directives) }) },
    SelectionSet: { leave: (node) => ({ ...node, selections: inOrder(node.selections) }) },
    OperationDefinition: {
      leave: (node) => ({
        ...node,
        variableDefinitions: inOrderIfAny(node.variableDefinitions),
        directives: directivesInOrder(node.directives),
      }),
    },
  });

const isOperation = ({ kind }: DefinitionNode): boolean => kind === Kind.OPERATION_DEFINITION;

/** The operation first, then its fragments by name. */
const definitionsInOrder = ({ definitions }: DocumentNode): readonly DefinitionNode[] => [
  ...definitions.filter(isOperation),
  ...inOrder(definitions.filter((definition) => !isOperation(definition))),
];

/**
 * The text of one operation of a valid document with the fragments that it uses: without literals, aliases, comments and
 * whitespace, in a fixed order. Lists and objects become empty, as in Apollo's signatures.
 */
export const signatureOf = (document: DocumentNode, operation: OperationDefinitionNode): string => {
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  const plain = sorted(withoutLiterals(own));
  return stripIgnoredCharacters(print({ ...plain, definitions: definitionsInOrder(plain) }));
};

const ID_LENGTH = 32;

/** The id of an operation: the beginning of the hash of its signature, or of what else tells it apart. */
export const operationIdOf = (signature: string): string =>
  createHash('sha256').update(signature).digest('hex').slice(0, ID_LENGTH);
