import type { Stack } from '@qsr/local-stack/stack';
import { createCustomer, newNotes, replay, type Customer, type Notes } from './customer.ts';
import { intentionOf, type Intention, type Market } from './intentions.ts';
import { goShopping, type Journey } from './journey.ts';
import { followUp } from './aftermath.ts';
import { runErrand } from './errands.ts';
import type { ChaosOptions } from './options.ts';
import { randomOf } from './random.ts';

/** Where customers are served, and what was seen of them. */
export interface Floor {
  /** A whole checkout, and what its customer wants afterwards when that is due at once. */
  serve(index: number): Promise<void>;
  /** Does what is still wanted. */
  close(): Promise<void>;
  /** Sends a share of the acknowledged calls again. */
  replay(): Promise<void>;
  readonly journeys: readonly Journey[];
  readonly notes: Notes;
}

/** Share of the acknowledged calls that are sent again at the end. */
const replayed = 0.15;
/** Refunds follow so many checkouts later: the order must be made before. */
const later = 40;

interface Wish {
  readonly intention: Intention;
  readonly orderId: string;
}

/** Takes things from a list until it is empty, so many at the same time. */
const inParallel = async <Thing>(list: Thing[], count: number, act: (thing: Thing) => Promise<void>): Promise<void> => {
  const work = async (): Promise<void> => {
    for (let thing = list.shift(); thing !== undefined; thing = list.shift()) await act(thing);
  };
  await Promise.all(Array.from({ length: count }, work));
};

export const createFloor = (
  stack: Stack,
  { market, options: { seed, parallel } }: { market: Market; options: ChaosOptions },
): Floor => {
  const notes = newNotes();
  const journeys: Journey[] = [];
  const wishes: Wish[] = [];
  const tokens = new Map<string, Promise<string>>();
  const staff = stack.token('staff');

  const tokenOf = (customerId: string | null): Promise<string> | undefined => {
    if (customerId === null) return undefined;
    const token = tokens.get(customerId) ?? stack.token('customer', { customer: customerId });
    tokens.set(customerId, token);
    return token;
  };
  const customerOf = (intention: Intention, token: string | undefined): Customer => {
    const { index, twins } = intention;
    const random = randomOf(seed, 'twins', index);
    return createCustomer({ url: stack.url, seed, checkout: index, token, twins, random, notes });
  };
  const fulfil = async ({ intention, orderId }: Wish): Promise<void> => {
    const token = intention.aftermath === 'cancel' ? await tokenOf(intention.customerId) : await staff;
    await followUp(customerOf(intention, token), { stack, staff: await staff, orderId, intention });
  };

  return {
    journeys,
    notes,
    serve: async (index) => {
      const intended = intentionOf(seed, index, market);
      const visitor = customerOf(intended, await tokenOf(intended.customerId));
      const intention = { ...intended, customerId: await runErrand(visitor, { seed, market }, intended) };
      const customer = customerOf(intention, await tokenOf(intention.customerId));
      const journey = await goShopping(customer, market, intention);
      journeys.push(journey);
      if (journey.orderId === null || intention.aftermath === 'nothing') return;
      const wish = { intention, orderId: journey.orderId };
      if (intention.aftermath === 'cancel') await fulfil(wish);
      else wishes.push(wish);
      if (wishes.length > later) await fulfil(wishes.shift()!);
    },
    close: () => inParallel(wishes, parallel, fulfil),
    replay: async () => {
      const random = randomOf(seed, 'replays');
      const calls = notes.acknowledged.filter(() => random.chance(replayed));
      await inParallel(calls, parallel, async (call) => {
        const now = await replay(stack.url, call);
        if (now === null) return;
        notes.lost.push(`checkout ${call.checkout}: ${call.operation} answered ${call.said}, and now ${now}`);
      });
    },
  };
};
