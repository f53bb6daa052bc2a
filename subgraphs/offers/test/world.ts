import { createWorld, type CustomerFact } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { startSeeded } from '@qsr/testkit';
import { redemptionsTable } from '../src/repository/redemptions.ts';
import { redemptionItems } from '../src/seed/items.ts';
import { catalogue, ofCustomers } from '../src/seed/loads.ts';
import { createOffers } from '../src/server.ts';

export const world = createWorld({ anchor: '2026-03-01T00:00:00.000Z', customers: 40 });
export const customers: readonly CustomerFact[] = [...world.customers()];

/** The first customer, who has offers in every state that a wallet can be in, and another one. */
export const ann = customers[0]!;
export const ben = customers[1]!;

export const live = world.offers.filter(({ status }) => status === 'LIVE');

/** A redemption whose caps nobody has asked yet. */
export const intent = {
  ...redemptionItems(ann)[0]!,
  id: 'red_intent',
  status: 'INTENT',
  occurredAt: undefined,
} as const;

/** Where no bus is: none of these tests publishes. */
const noBus = 'sns+http://127.0.0.1:9/test';

const loads = (): readonly Load[] => [
  ...catalogue(world),
  ...ofCustomers(world)(customers),
  load(redemptionsTable, [intent]),
];

/** The subgraph over a store that holds the world. */
export const startOffers = () =>
  startSeeded({
    create: (storeUrl) => createOffers({ storeUrl, busUrl: noBus }),
    loads: loads(),
    anchor: world.anchor,
  });

export type Node = Record<string, any>;
/** The entries of a connection. */
export const nodesOf = (connection: any): Node[] => connection.edges.map(({ node }: { node: Node }) => node);

/** All pages of a connection, three entries a page. */
export const allPages = async (read: (after: string | null) => Promise<any>): Promise<Node[]> => {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const page = await read(after);
    nodes.push(...nodesOf(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
};

/** Everything that an offer tells everybody. */
export const mechanics = `id kind status startsAt endsAt channels handoffModes dayparts storeGroupCodes
  minimumSubtotal { amountMinor currency exponent } requiresActivation stacking { mode exclusivityGroup priority }
  effect { scope amountOff { amountMinor currency exponent } percentOffBps fixedPrice { amountMinor } bonusPoints
    pointsMultiplierPercent menuItems { id } buyQuantity getQuantity maxDiscount { amountMinor } }
  caps { total perCustomer perCustomerPerDay perCheck budget { amountMinor currency exponent } }`;
