import { Kind, print } from 'graphql';
import { cancelOrder } from '../examples.ts';
import type { TypeElement } from '../graph/elements.ts';
import type { Graph } from '../graph/graph.ts';
import { fieldsWithin, mutations, objects } from '../graph/queries.ts';
import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const isEnum = (graph: Graph, name: string): boolean =>
  graph.named(name).some(({ node }) => node.kind === Kind.ENUM_TYPE_DEFINITION);

const missing = (graph: Graph, type: TypeElement): readonly string[] => {
  const types = new Map(fieldsWithin(graph, type).map(({ name, node }) => [name, node.type]));
  const [code, message, path] = ['code', 'message', 'path'].map((name) => types.get(name));
  return [
    ...(code?.kind === Kind.NON_NULL_TYPE && isEnum(graph, nameOf(code)) ? [] : ['code, a non-null enum']),
    ...(message !== undefined && print(message) === 'String!' ? [] : ['message: String!']),
    ...(path !== undefined && /^\[String!\]!?$/.test(print(path)) ? [] : ['path: [String!]']),
  ];
};

const userErrorTypes = (graph: Graph): ReadonlySet<string> => {
  const payloads = new Set(mutations(graph).map(({ node }) => nameOf(node.type)));
  return new Set(
    graph.fields
      .filter(({ name, parent }) => name === 'userErrors' && payloads.has(parent.name))
      .map(({ node }) => nameOf(node.type)),
  );
};

export const userErrorShape: Rule = {
  name: 'USER_ERROR_SHAPE',
  severity: 'warning',
  what: 'The type of `userErrors` has `code`, a non-null enum, `message: String!` and `path: [String!]`.',
  why: 'Programs go by the code, people read the message, and forms show it at the field that the path names. A code that is text is in no schema: nobody can tell which there are.',
  bad: cancelOrder
    .replace('code: OrderErrorCode!', 'code: String!')
    .replace(/\n"Why a change was refused."\nenum[^}]*}\n/, ''),
  finds: { coordinate: 'OrderUserError', line: 34, column: 6 },
  good: cancelOrder,
  check: (graph) => {
    const names = userErrorTypes(graph);
    return objects(graph).flatMap((element) => {
      if (!names.has(element.name) || element.node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
      const lacks = missing(graph, element);
      return lacks.length === 0 ? [] : [{ element, message: `${element.name} lacks ${lacks.join(' and ')}.` }];
    });
  },
};
