import { rowsOf, type Item } from '../tables.ts';
import type { Truth } from '../truth.ts';
import { nameOf, runWorld, type RunWorld } from './world.ts';

const over = new Set(['COMPLETED', 'CANCELLED', 'REJECTED']);
const ended = new Set(['COMMITTED', 'ENDED']);

const openOfOrder = (order: Item): string[] => {
  const { checkout, status, deferredSteps = [], refunds = [] } = order;
  const unknown = checkout.attempts.filter((attempt: Item) => ['SENT', 'ABANDONED'].includes(attempt['status']));
  return [
    ...(ended.has(checkout.step) ? [] : [`checkout at ${checkout.step}`]),
    ...(over.has(status) ? [] : [`status ${status}`]),
    ...deferredSteps.map((step: string) => `deferred ${step}`),
    ...unknown.map((attempt: Item) => `payment ${attempt['id']} is ${attempt['status']}`),
    ...refunds.filter((refund: Item) => refund['status'] === 'PENDING').map((refund: Item) => `refund ${refund['id']}`),
  ].map((what) => `${nameOf(order)}: ${what}`);
};

const holdsOf = (accounts: readonly Item[]): Item[] =>
  accounts.flatMap(({ wallets = {} }) =>
    Object.values<Item>(wallets).flatMap(({ holds = [] }) =>
      holds.filter((hold: Item) => hold['status'] === 'ACTIVE' || hold['status'] === undefined),
    ),
  );

const openOfAccounts = (before: Truth, { accounts }: RunWorld): string[] => {
  const known = new Set(holdsOf(rowsOf(before.tables, 'loyalty-accounts')).map(({ id }) => id));
  const holds = holdsOf(accounts).filter(({ id }) => !known.has(id));
  const seededAccounts = new Set(rowsOf(before.tables, 'loyalty-accounts').map(({ id }) => id));
  const seeded = new Set(
    rowsOf(before.tables, 'loyalty-accounts').flatMap(({ entries = [] }) => entries.map(({ id }: Item) => id)),
  );
  const entries = accounts.flatMap((account) =>
    (account['entries'] ?? [])
      .filter((entry: Item) => !seeded.has(entry['id']))
      .map(
        (entry: Item) =>
          `account ${account['id']}: entry ${entry['id']} is ${entry['status']}, filed ${entry['filed']}`,
      ),
  );
  const joining = accounts
    .filter(({ id, status }) => status === 'PENDING_ENROLLMENT' && !seededAccounts.has(id))
    .map(({ id, customerId }) => `account ${id} of ${customerId} is not enrolled yet`);
  return [...holds.map(({ id, checkoutId }) => `hold ${id} of ${checkoutId}`), ...entries, ...joining];
};

const openOfOffers = (before: Truth, { reservations, redemptions, usage }: RunWorld): string[] => {
  const marked = new Set(rowsOf(before.tables, 'offer-usage').flatMap(({ marks = {} }) => Object.keys(marks)));
  return [
    ...reservations
      .filter(({ status }) => status === 'INTENT' || status === 'RESERVED')
      .map(({ checkoutId, status }) => `reservation of ${checkoutId} is ${status}`),
    ...redemptions
      .filter(({ status }) => status === 'INTENT' || status === 'RESERVED')
      .map(({ id, status }) => `redemption ${id} is ${status}`),
    ...usage.flatMap(({ offerId, marks = {} }) =>
      Object.keys(marks)
        .filter((mark) => !marked.has(mark))
        .map((mark) => `offer ${offerId}: mark ${mark}`),
    ),
  ];
};

const openOfWallets = (before: Truth, { tables }: Truth): string[] => {
  const isOpen = ({ uncounted, claims = [] }: Item): boolean =>
    uncounted !== undefined || claims.some(({ status }: Item) => status === 'INTENT');
  const known = new Set(
    rowsOf(before.tables, 'customer-offers')
      .filter(isOpen)
      .map(({ customerId }) => customerId),
  );
  const codes = rowsOf(tables, 'claim-codes').flatMap(({ code, marks = {} }) =>
    Object.keys(marks).map((mark) => `promo code ${code}: mark ${mark}`),
  );
  const wallets = rowsOf(tables, 'customer-offers').filter(
    (wallet) => isOpen(wallet) && !known.has(wallet['customerId']),
  );
  return [...codes, ...wallets.map(({ customerId }) => `wallet of ${customerId}: a claim or a count is under way`)];
};

const outboxes = ({ tables }: Truth): string[] =>
  [...tables].flatMap(([table, items]) =>
    items
      .filter(({ outbox = [] }) => outbox.length > 0)
      .map(
        (item) =>
          `outbox of ${table} ${item['id'] ?? item['customerId'] ?? item['checkoutId']}: ${item['outbox'].length} events`,
      ),
  );

const openPayments = ({ payments }: RunWorld): string[] =>
  payments
    .filter(
      ({ type, outcome, captured, voidedAt }) =>
        type === 'AUTH' && outcome === 'approved' && captured === 0 && voidedAt === null,
    )
    .map(({ orderid, retref }) => `payment ${orderid} (${retref}) is authorised, neither captured nor voided`);

/** What has not come to its end. Empty when all is done. */
export const openThings = (before: Truth, after: Truth): readonly string[] => {
  const world = runWorld(before, after);
  return [
    ...world.orders.flatMap(openOfOrder),
    ...openOfAccounts(before, world),
    ...openOfOffers(before, world),
    ...openOfWallets(before, after),
    ...openPayments(world),
    ...outboxes(after),
    ...after.queues,
  ];
};
