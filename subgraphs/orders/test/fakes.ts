import {
  captureHold,
  commitOffers,
  evaluateOffers,
  holdPoints,
  quotePoints,
  releaseHold,
  releaseOffers,
  reserveOffers,
  type CommandContract,
} from '@qsr/commands';
import { AppError } from '@qsr/errors';
import { commandHandler, everyone, serveSubgraph, type CommandHandler, type RequestScope } from '@qsr/subgraph';
import { commandSecrets } from '@qsr/testkit';
import { createLogger } from '@qsr/telemetry';

/** What goes wrong with a command: `down` before its effect, `lose` after it. Taken one by one, then all is well. */
export type Mishap = 'down' | 'lose' | 'none';

/** A service that is commanded through the real signature and contracts. */
interface Fake extends AsyncDisposable {
  readonly url: string;
  /** How often each command came. */
  readonly counts: Map<string, number>;
  /** What goes wrong with the next commands of a name. */
  readonly mishaps: Map<string, Mishap[]>;
}

const typeDefs = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }`;

const silent = (): never => {
  throw new AppError('DOWNSTREAM_UNAVAILABLE');
};

const startFake = async (
  name: string,
  make: (add: <I, O>(contract: CommandContract<I, O>, act: (input: I) => O) => void) => void,
): Promise<Fake> => {
  const counts = new Map<string, number>();
  const mishaps = new Map<string, Mishap[]>();
  const commands: Array<CommandHandler<RequestScope>> = [];
  make((contract, act) => {
    const handler = commandHandler(contract, (input) => {
      counts.set(contract.name, (counts.get(contract.name) ?? 0) + 1);
      const mishap = mishaps.get(contract.name)?.shift() ?? 'none';
      if (mishap === 'down') silent();
      const output = act(input);
      if (mishap === 'lose') silent();
      return Promise.resolve(output);
    });
    commands.push(handler);
  });
  const service = await serveSubgraph(
    {
      ...{ name, typeDefs, resolvers: { Query: { thing: () => null } } },
      permissions: { Query: { thing: everyone }, Thing: everyone },
      ...{ commands, context: (scope) => scope, ready: () => Promise.resolve(), close: () => Promise.resolve() },
    },
    {
      ...{ host: '127.0.0.1', port: 0, viewerSecrets: ['a-secret-that-nobody-ever-uses-here-00'], commandSecrets },
      ...{ roles: ['api'], log: createLogger(name, 'silent') },
    },
  );
  return { url: new URL(service.url).origin, counts, mishaps, [Symbol.asyncDispose]: () => service.drain() };
};

type Use = 'RESERVED' | 'COMMITTED' | 'RELEASED';

/** Offers: each takes 10 % off. `caps` says how often one may still be used; without an entry, always. */
export const startFakeOffers = async () => {
  const book = new Map<string, { state: Use; offerIds: readonly string[] }>();
  const caps = new Map<string, number>();
  const change = (offerIds: readonly string[], by: 1 | -1): void => {
    for (const id of offerIds) if (caps.has(id)) caps.set(id, (caps.get(id) ?? 0) + by);
  };
  const fake = await startFake('offers', (add) => {
    add(evaluateOffers, ({ offerIds }) => ({
      offers: offerIds.map((offerId) => ({
        ...{ offerId, eligible: true as const, kind: 'PERCENT_OFF' as const, minimumSubtotal: null, perCheck: 1 },
        effect: { scope: 'SUBTOTAL' as const, percentOffBps: 1_000 },
        stacking: { mode: 'STACKABLE' as const, exclusivityGroup: null, priority: 1 },
      })),
    }));
    add(reserveOffers, ({ checkoutId, offers }) => {
      const offerIds = offers.map(({ offerId }) => offerId);
      const refused = offerIds.filter((id) => caps.get(id) === 0);
      const known = book.get(checkoutId);
      if (known?.state === 'RELEASED' || (known === undefined && refused.length > 0)) {
        const refusals = refused.map((offerId) => ({ offerId, reason: 'TOTAL_CAP_REACHED' as const }));
        return { outcome: 'REFUSED' as const, refusals };
      }
      if (known === undefined) {
        book.set(checkoutId, { state: 'RESERVED', offerIds });
        change(offerIds, -1);
      }
      return { outcome: 'RESERVED' as const, expiresAt: '2026-03-01T01:00:00.000Z' };
    });
    add(commitOffers, ({ checkoutId }) => {
      const known = book.get(checkoutId);
      if (known === undefined || known.state === 'RELEASED') return { outcome: 'REFUSED' as const, refusals: [] };
      known.state = 'COMMITTED';
      return { outcome: 'COMMITTED' as const };
    });
    add(releaseOffers, ({ checkoutId }) => {
      const known = book.get(checkoutId) ?? { state: 'RELEASED', offerIds: [] };
      if (known.state === 'COMMITTED') return { outcome: 'ALREADY_COMMITTED' as const };
      if (known.state === 'RESERVED') change(known.offerIds, 1);
      book.set(checkoutId, { ...known, state: 'RELEASED' });
      return { outcome: 'RELEASED' as const };
    });
  });
  return { ...fake, book, caps };
};

/** Loyalty: a point is worth a minor unit, and every customer has `balance` of them unless said otherwise. */
export const startFakeLoyalty = async () => {
  const holds = new Map<string, { state: 'HELD' | 'CAPTURED' | 'RELEASED'; points: number; customerId: string }>();
  const balances = new Map<string, number>();
  const posted = { at: true };
  const balanceOf = (customerId: string) => balances.get(customerId) ?? 1_000;
  const availableOf = (customerId: string) =>
    [...holds.values()]
      .filter((hold) => hold.customerId === customerId && hold.state !== 'RELEASED')
      .reduce((left, { points }) => left - points, balanceOf(customerId));
  const fake = await startFake('loyalty', (add) => {
    add(quotePoints, ({ customerId }) => ({
      ...{ enrolled: true, available: availableOf(customerId), rewards: [] },
      tenderRate: { points: 1, amountMinor: 1 },
    }));
    add(holdPoints, ({ checkoutId, customerId, points }) => {
      const known = holds.get(checkoutId);
      if (known?.state === 'RELEASED' || (known === undefined && availableOf(customerId) < points)) {
        return { outcome: 'REFUSED' as const, reason: 'INSUFFICIENT_POINTS' as const };
      }
      if (known === undefined) holds.set(checkoutId, { state: 'HELD', points, customerId });
      const expiresAt = '2026-03-01T01:00:00.000Z';
      return { outcome: 'HELD' as const, holdId: checkoutId, points, expiresAt, deferred: false };
    });
    add(captureHold, ({ checkoutId }) => {
      const known = holds.get(checkoutId);
      if (known === undefined || known.state === 'RELEASED') return { outcome: 'GONE' as const };
      known.state = 'CAPTURED';
      return { outcome: 'CAPTURED' as const, posted: posted.at };
    });
    add(releaseHold, ({ checkoutId, customerId }) => {
      const known = holds.get(checkoutId) ?? { state: 'RELEASED' as const, points: 0, customerId };
      if (known.state === 'CAPTURED') return { outcome: 'ALREADY_CAPTURED' as const };
      holds.set(checkoutId, { ...known, state: 'RELEASED' });
      return { outcome: 'RELEASED' as const };
    });
  });
  return { ...fake, holds, balances, posted };
};
