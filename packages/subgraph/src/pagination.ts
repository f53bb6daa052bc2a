import { badUserInput } from '@qsr/errors';
import type { Page, Stored } from '@qsr/store';
import { sealedCursors, type SealedList } from './cursors.ts';

/** Relay arguments as they arrive. */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Checked Relay arguments. */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | undefined;
}

/** Relay's connection; `hasPreviousPage` says that a cursor was given. */
export interface Connection<Node> {
  readonly edges: ReadonlyArray<{ readonly cursor: string; readonly node: Node }>;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Refuses (`BAD_USER_INPUT`) what is out of range instead of clamping it; `where` is the field as a client writes it. */
export const pageRequest = (
  args: ConnectionArgs,
  { where, initial, maximum }: { readonly where: string; readonly initial: number; readonly maximum: number },
): PageRequest => {
  const limit = args.first ?? initial;
  if (limit < 1 || limit > maximum) {
    throw badUserInput(`${where}(first:)`, `${limit} is out of range; it goes from 1 to ${maximum}`);
  }
  return { limit, after: args.after ?? undefined };
};

const connectionOf = <Node>(
  edges: Connection<Node>['edges'],
  hasNextPage: boolean,
  after: string | undefined,
): Connection<Node> => ({
  edges,
  pageInfo: {
    hasNextPage,
    hasPreviousPage: after !== undefined,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  },
});

/** A page of the store as a connection. */
export const storeConnection = <Item>(page: Page<Item>, { after }: PageRequest): Connection<Stored<Item>> =>
  connectionOf(
    page.entries.map(({ cursor, item }) => ({ cursor, node: item })),
    page.hasMore,
    after,
  );

/** How a list that is already in memory is paged; `keyOf` tells its nodes apart. */
export interface ListPaging<Node> extends SealedList {
  readonly keyOf: (node: Node) => string;
}

/** Pages through a list that an aggregate holds whole. Throws `BAD_USER_INPUT` for a cursor of another list. */
export const listConnection = <Node>(
  nodes: readonly Node[],
  { limit, after }: PageRequest,
  { keyOf, ...sealed }: ListPaging<Node>,
): Connection<Node> => {
  const cursors = sealedCursors(sealed);
  let start = 0;
  if (after !== undefined) {
    const key = cursors.keyOf(after);
    const index = nodes.findIndex((node) => keyOf(node) === key);
    if (index < 0)
      throw badUserInput(`${sealed.where}(after:)`, 'the entry that this cursor names is gone; start again without it');
    start = index + 1;
  }
  const edges = nodes.slice(start, start + limit).map((node) => ({ cursor: cursors.cursorOf(keyOf(node)), node }));
  return connectionOf(edges, nodes.length > start + limit, after);
};
