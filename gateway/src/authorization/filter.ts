import {
  GraphQLError,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { FieldGuard } from './policy.ts';

/** An operation without the fields its caller may not select. */
export interface Filtered {
  readonly document: DocumentNode;
  /** The fields taken out, as nodes of the original document. */
  readonly removed: ReadonlySet<FieldNode>;
}

const typenameField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const withTypename = (node: SelectionSetNode): SelectionSetNode => ({
  ...node,
  selections: [...node.selections, typenameField],
});

const refuseHiddenTypename = ({ alias, name, loc }: FieldNode): void => {
  if (alias?.value !== '__typename' || name.value === '__typename') return;
  throw new GraphQLError('The alias `__typename` is reserved.', {
    ...(loc === undefined ? {} : { source: loc.source, positions: [loc.start] }),
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
};

/**
 * Takes every field out that the guard refuses. Objects of abstract types are made to tell their type, because the
 * original operation is later laid over the answer; so are objects that would have nothing left to tell.
 */
export const filterDocument = (schema: GraphQLSchema, document: DocumentNode, mayRead: FieldGuard): Filtered => {
  const removed = new Set<FieldNode>();
  const types = new TypeInfo(schema);
  const filtered = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node) => {
          refuseHiddenTypename(node);
          const parent = types.getParentType();
          if (!parent || mayRead(parent, node.name.value)) return undefined;
          removed.add(node);
          return null;
        },
      },
      SelectionSet: {
        leave: (node) => {
          const parent = types.getParentType();
          const mustTell = node.selections.length === 0 || (parent && isAbstractType(parent));
          return mustTell ? withTypename(node) : undefined;
        },
      },
    }),
  );
  return { document: filtered, removed };
};
