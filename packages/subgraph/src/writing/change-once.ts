import type { EventEnvelope } from '@qsr/events';
import type { Json, Key, Stored, Table } from '@qsr/store';
import { withEvents, withRecord, type Aggregate } from './aggregate.ts';
import { fingerprintOf, type MutationCall } from './call.ts';
import { untilWritten } from './conflicts.ts';

/**
 * What a command makes of an aggregate: a new state with its events, or a refusal. The outcome is remembered, unless it
 * is `passing`: a refusal that time may lift must not stick to the key.
 */
export type Decision<Item, Outcome> =
  | { readonly state: Item; readonly events?: readonly EventEnvelope[]; readonly outcome: Outcome }
  | { readonly refused: Outcome; readonly passing?: boolean };

/** Where the aggregate is, which call changes it, and how. `decide` may run several times; it has no effects. */
export interface Change<Item, Outcome> {
  readonly table: Table<Item>;
  readonly key: Key;
  readonly call: MutationCall;
  readonly now: Date;
  readonly signal?: AbortSignal;
  readonly decide: (item: Stored<Item>) => Decision<Item, Outcome> | Promise<Decision<Item, Outcome>>;
}

/** How a change ended. `replayed`: this very call had been answered before, and nothing happened now. */
export type Changed<Item, Outcome> =
  | { readonly kind: 'done'; readonly item: Stored<Item>; readonly outcome: Outcome; readonly replayed: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'key reused' };

/** The aggregate after a decision, but for its record. Only what clients see moves the revision. */
const resultOf = <Item extends Aggregate, Outcome>(item: Item, decision: Decision<Item, Outcome>) => {
  if ('refused' in decision) return { state: item, outcome: decision.refused, passing: decision.passing === true };
  const { state, events = [], outcome } = decision;
  return { state: withEvents<Item>({ ...state, revision: item.revision + 1 }, events), outcome, passing: false };
};

/**
 * Carries out a mutation of one aggregate once: the new state, its events and the record of the call are one
 * conditional write. A refusal is recorded too, and leaves the revision alone.
 */
export const changeOnce = <Item extends Aggregate, Outcome extends Json>({
  table,
  key,
  call,
  now,
  signal,
  decide,
}: Change<Item, Outcome>): Promise<Changed<Item, Outcome>> => {
  const fingerprint = fingerprintOf(call);

  const attempt = async (): Promise<Changed<Item, Outcome> | undefined> => {
    const item = await table.get(key);
    if (item === null) return { kind: 'absent' };
    const known = item.idempotency?.find((record) => record.key === fingerprint.key);
    if (known !== undefined) {
      if (known.input !== fingerprint.input) return { kind: 'key reused' };
      return { kind: 'done', item, outcome: known.outcome as Outcome, replayed: true };
    }
    const decision = await decide(item);
    const { state, outcome, passing } = resultOf<Item, Outcome>(item, decision);
    if (passing) return { kind: 'done', item, outcome, replayed: false };
    const idempotency = withRecord(item.idempotency, { ...fingerprint, at: now.toISOString(), outcome });
    const written: Item = { ...state, idempotency };
    if (!(await table.replace(written, item.version))) return undefined;
    return { kind: 'done', item: { ...written, version: item.version + 1 }, outcome, replayed: false };
  };
  return untilWritten(attempt, signal);
};
