import { guest } from '@qsr/identity';
import {
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../request-context.ts';
import type { Supergraph } from '../supergraph/load.ts';
import { selectsOnly } from '../supergraph/selected.ts';

/** Tells what is the same for everybody. It is a matter of the operation, and not of who asks or with which variables. */
export interface Publicity {
  /** True when all that a client's operation selects is public. */
  isPublicRequest(request: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }): boolean;
  /** True when all that a request to a subgraph selects is public. */
  isPublicRead(operation: string): boolean;
}

/** Texts of requests to subgraphs kept; there are a few for each operation. */
const KEPT_READS = 5_000;

const operationsOf = ({ definitions }: DocumentNode): readonly OperationDefinitionNode[] =>
  definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

const nothingIsPublic: Publicity = { isPublicRequest: () => false, isPublicRead: () => false };

/** Knows what is public in a supergraph. */
export const createPublicity = ({ schema: schemaOf, publicFields: fields }: Supergraph): Publicity => {
  if (fields.size === 0) return nothingIsPublic;
  const schema = schemaOf();
  const type = schema.getQueryType()?.name;
  const isPublic = (document: DocumentNode, { operation, selectionSet: set }: OperationDefinitionNode): boolean =>
    operation === OperationTypeNode.QUERY &&
    selectsOnly({ schema, fields }, { set, type, fragments: fragmentsOf(document) });

  const requests = new WeakMap<OperationDefinitionNode, boolean>();
  const reads = new LRUCache<string, boolean>({ max: KEPT_READS });
  return {
    isPublicRequest: ({ document, operation }) => {
      const known = requests.get(operation);
      if (known !== undefined) return known;
      const found = isPublic(document, operation);
      requests.set(operation, found);
      return found;
    },
    isPublicRead: (text) => {
      const known = reads.get(text);
      if (known !== undefined) return known;
      const document = parse(text, { noLocation: true });
      const found = operationsOf(document).every((operation) => isPublic(document, operation));
      reads.set(text, found);
      return found;
    },
  };
};

/** What is public is asked for as nobody in particular: a subgraph that is told no viewer cannot answer by viewer. */
export const asGuest = (context: RequestContext): RequestContext =>
  context.viewer === guest ? context : { ...context, viewer: guest };
