import { Rejected, send, Unanswered, type Answer } from './client.ts';
import { operations, type Operation } from './operations.ts';
import { keyOf, type Random } from './random.ts';

/** An answer that a client has, and may rely on from then on. */
export interface Acknowledged {
  readonly checkout: number;
  readonly operation: Operation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  /** Ids of what it named and codes of its refusals. */
  readonly said: string;
}

/** What clients noted: what they rely on, and what they should never have seen. */
export interface Notes {
  readonly acknowledged: Acknowledged[];
  readonly doubled: string[];
  readonly open: string[];
  readonly lost: string[];
  /** How often each kind of answer made a client send again. */
  readonly repeats: Map<string, number>;
}

export const newNotes = (): Notes => ({ acknowledged: [], doubled: [], open: [], lost: [], repeats: new Map() });

/**
 * What a replay must say again. A quote that goes on may be another one by then. Null: answered before it was through,
 * the order as far as it got; nothing was promised yet but that it goes on by itself.
 */
const essenceOf = (operation: Operation, { payload, refusals }: Answer): string | null => {
  if (operation === 'checkout' && payload.order != null) {
    // Its restaurant may refuse it later: it is then the same order still.
    return payload.order.paymentStatus === 'PENDING' ? null : JSON.stringify({ ids: [payload.order.id] });
  }
  return JSON.stringify({
    ids: ['cart', 'order', 'refund', 'offer', 'customer', 'customerOffer'].flatMap((name) => payload[name]?.id ?? []),
    quote: payload.order === undefined ? payload.quote?.id : undefined,
    refused: refusals.map(({ code }) => code),
  });
};

const isPassing = ({ refusals }: Answer): boolean => refusals.some(({ retryable }) => retryable);

/** Somebody who calls the API for one checkout, and sends everything until there is an answer. */
export interface Customer {
  /** `step` makes the key: the same step is the same call. Null when it got no answer, or a wrong one. */
  call(operation: Operation, step: string, input: Readonly<Record<string, unknown>>): Promise<Answer | null>;
}

/** Where a customer calls, as whom, and how carefully. */
export interface CustomerSetup {
  readonly url: string;
  readonly seed: number;
  readonly checkout: number;
  readonly token: string | undefined;
  /** Share of the calls that are sent twice at the same time. */
  readonly twins: number;
  readonly random: Random;
  readonly notes: Notes;
}

export const createCustomer = (setup: CustomerSetup): Customer => {
  const { url, seed, checkout, token, twins, random, notes } = setup;
  const count = (what: string) => void notes.repeats.set(what, (notes.repeats.get(what) ?? 0) + 1);

  const definite = async (operation: Operation, input: Acknowledged['input']): Promise<Answer | null> => {
    const mutation = { field: operation, query: operations[operation], input, token };
    try {
      return await send(url, mutation, (what) => count(`${operation}: ${what}`));
    } catch (error) {
      if (error instanceof Unanswered) notes.open.push(`checkout ${checkout}: ${error.message}`);
      else if (error instanceof Rejected) notes.lost.push(`checkout ${checkout}: ${error.message}`);
      else throw error;
      return null;
    }
  };

  return {
    call: async (operation, step, rest) => {
      const input = { idempotencyKey: keyOf(seed, checkout, step), ...rest };
      const copies = random.chance(twins) ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: copies }, () => definite(operation, input)));
      const firm = answers.filter((answer) => answer !== null && !isPassing(answer)) as Answer[];
      const [first] = firm;
      if (first === undefined) return answers[0] ?? null;
      const sayings = firm.map((answer) => essenceOf(operation, answer)).filter((said) => said !== null);
      const [said] = sayings;
      for (const other of sayings) {
        if (other !== said) notes.doubled.push(`checkout ${checkout}: twins of ${operation}: ${said} and ${other}`);
      }
      if (said !== undefined) notes.acknowledged.push({ checkout, operation, input, token, said });
      return first;
    },
  };
};

/** Sends an acknowledged call again. Answers null when it says the same, else what it says now. */
export const replay = async (url: string, { operation, input, token, said }: Acknowledged): Promise<string | null> => {
  const answer = await send(url, { field: operation, query: operations[operation], input, token }, () => undefined);
  const now = essenceOf(operation, answer);
  return now === said ? null : now;
};
