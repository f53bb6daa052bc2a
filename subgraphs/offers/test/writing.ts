import { randomUUID } from 'node:crypto';
import { openBus } from '@qsr/events';
import { load, type Load } from '@qsr/subgraph/seeding';
import { openStore, type Store } from '@qsr/store';
import { createCallCounter } from '@qsr/subgraph';
import { createLogger } from '@qsr/telemetry';
import { customerViewer, startSubgraph, startTestStore, type SubgraphUnderTest } from '@qsr/testkit';
import { createContext, talliesOf, workerOf, type Context, type Work } from '../src/context.ts';
import type { Offer } from '../src/domain/offer.ts';
import { createRepositories } from '../src/repository/index.ts';
import { indexedOffer, offersTable } from '../src/repository/offers.ts';
import { storeScopesTable } from '../src/repository/store-scopes.ts';
import { createOffers } from '../src/server.ts';
import { createWorkers } from '../src/workers.ts';

export const anchor = '2026-03-01T12:00:00.000Z';

const noBus = 'sns+http://127.0.0.1:9/test';

let made = 0;
/** 26 characters of a ULID that nobody had before. */
export const ulid = (): string => `01TESTS${String((made += 1)).padStart(19, '0')}`;

export const newCustomerId = (): string => `cus_${ulid()}`;

/** A checkout and its order. */
export const newCheckout = () => {
  const id = ulid();
  return { checkoutId: `chk_${id}`, orderId: `ord_${id}` };
};

export const key = (): string => randomUUID();

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** 300 cents off for everybody, as often as one likes. */
export const newOffer = (changes: Partial<Offer> = {}): Offer => ({
  id: `ofr_${ulid()}`,
  code: `T-${ulid()}`,
  kind: 'AMOUNT_OFF',
  status: 'LIVE',
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: null,
  channels: [],
  handoffModes: [],
  dayparts: [],
  storeGroupCodes: [],
  minimumSubtotal: null,
  effect: { scope: 'SUBTOTAL', amountOff: usd(300) },
  stacking: { mode: 'STACKABLE', exclusivityGroup: null, priority: 10 },
  requiresActivation: false,
  byCodeOnly: false,
  segmentIds: [],
  ...changes,
  caps: { total: null, perCustomer: null, perCustomerPerDay: null, perCheck: 1, budget: null, ...changes.caps },
});

/** The store where tests order. */
export const portland = {
  id: 'sto_portland',
  groupCodes: ['west'],
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  dayparts: [],
};

const bus = openBus(noBus);
const log = createLogger('offers', 'silent');

/** A process of offers: what its use cases and jobs work with, over a store that others share. */
export const processOver = (store: Store, now: () => Date) => {
  const tallies = talliesOf(store);
  const work = workerOf(store, { tallies, now });
  const jobs = createWorkers({ store, bus, tallies, log, now }).jobs();
  return {
    work: (signal: AbortSignal = new AbortController().signal): Work => work(signal),
    /** A request of a customer; its calls are counted. */
    request: (customerId: string): Context => {
      const calls = createCallCounter();
      const { signal } = new AbortController();
      const session = store.session({ signal, onCall: calls.store });
      return createContext(
        { viewer: customerViewer(customerId), signal, remainingMs: () => 5_000, calls, now },
        session,
        { tallies },
      );
    },
    /** Runs all jobs until none finds anything to do. */
    runJobs: async (): Promise<void> => {
      for (let done = 1; done > 0;) {
        done = 0;
        for (const job of jobs) done += await job.runOnce();
      }
    },
  };
};

/** The subgraph behind its real server, and a second process over the same store that does what is due. */
export interface WritingWorld extends SubgraphUnderTest {
  readonly clock: { at: Date };
  readonly store: Store;
  readonly storeUrl: string;
  readonly repositories: ReturnType<typeof createRepositories>;
  readonly worker: ReturnType<typeof processOver>;
  /** Puts offers into the catalogue. */
  offer(changes?: Partial<Offer>): Promise<Offer>;
  /** Puts the clock on, in minutes. */
  later(minutes: number): void;
}

export const startWriting = async (loads: readonly Load[] = []): Promise<WritingWorld> => {
  await using opened = new AsyncDisposableStack();
  const { url } = opened.use(await startTestStore());
  const clock = { at: new Date(anchor) };
  const now = () => clock.at;
  const subgraph = opened.use(await startSubgraph(await createOffers({ storeUrl: url, busUrl: noBus, now }), now));
  // A busy machine is no fault of what is tested.
  const store = await openStore(url, { timeoutMs: 20_000 });
  opened.defer(() => store.close());
  for (const write of [load(storeScopesTable, [portland]), ...loads]) await write(store);
  const repositories = createRepositories(store.session());
  const running = opened.move();
  return {
    ...subgraph,
    clock,
    store,
    storeUrl: url,
    repositories,
    worker: processOver(store, now),
    offer: async (changes) => {
      const offer = newOffer(changes);
      await store
        .session()
        .table(offersTable)
        .create({ ...indexedOffer(offer), revision: 1 });
      return offer;
    },
    later: (minutes) => {
      clock.at = new Date(clock.at.getTime() + minutes * 60_000);
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
};

/** What a checkout at Portland reserves: each offer once, at 300 cents, unless told otherwise. */
export const reservation = (
  offers: readonly Offer[],
  {
    customerId = null,
    checkout = newCheckout(),
    discount = usd(300),
  }: {
    readonly customerId?: string | null;
    readonly checkout?: ReturnType<typeof newCheckout>;
    readonly discount?: ReturnType<typeof usd>;
  } = {},
) => ({
  ...checkout,
  customerId,
  storeId: portland.id,
  storeCode: 'PDX-1',
  channel: 'APP' as const,
  offers: offers.map(({ id }) => ({ offerId: id, discount, uses: 1 })),
});
