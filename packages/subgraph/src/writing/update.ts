import type { EventEnvelope } from '@qsr/events';
import type { Key, Stored, Table } from '@qsr/store';
import { withEvents, type Aggregate } from './aggregate.ts';
import { untilWritten } from './conflicts.ts';

/** A new state with its events; null leaves the aggregate as it is. `silently`: nothing that clients see changes. */
export type Step<Item> = {
  readonly state: Item;
  readonly events?: readonly EventEnvelope[];
  readonly silently?: boolean;
} | null;

/** Which aggregate a step of our own (an event, a job, a saga) changes, and how. `step` has no effects. */
export interface Update<Item> {
  readonly table: Table<Item>;
  readonly key: Key;
  readonly signal?: AbortSignal;
  readonly step: (item: Stored<Item>) => Step<Item> | Promise<Step<Item>>;
}

/** Changes one aggregate by what is not a mutation; answers the aggregate as it is afterwards, null when absent. */
export const update = <Item extends Aggregate>({
  table,
  key,
  signal,
  step,
}: Update<Item>): Promise<Stored<Item> | null> =>
  untilWritten(async () => {
    const item = await table.get(key);
    const next = item === null ? null : await step(item);
    if (item === null || next === null) return item;
    const revised = { ...next.state, revision: item.revision + (next.silently === true ? 0 : 1) };
    const written = withEvents<Item>(revised, next.events ?? []);
    return (await table.replace(written, item.version)) ? { ...written, version: item.version + 1 } : undefined;
  }, signal);
