import type { OutboxSource } from '@qsr/events';
import { itemsOf, type Key, type Store, type TableSpec } from '@qsr/store';
import { outboxShard, withoutEvents, type Aggregate } from './aggregate.ts';
import { update } from './update.ts';

/** The events that wait in the aggregates of one table; its specification spreads `outboxIndex`. */
export const outboxSource = <Item extends Aggregate>(store: Store, spec: TableSpec<Item>): OutboxSource => {
  const table = store.session().table(spec);
  const { partition, sort } = spec.key;
  const keyOf = (item: Item): Key => ({
    partition: item[partition] as string,
    ...(sort !== undefined && { sort: item[sort] as string }),
  });
  return {
    name: spec.name,
    pending: async (limit) => {
      const page = await table.query({ index: 'outbox', partition: outboxShard, limit });
      return itemsOf(page).map((item) => ({
        key: JSON.stringify(keyOf(item)),
        events: item.outbox ?? [],
        since: item.outboxSince ?? '',
      }));
    },
    published: async ({ key }, eventIds) => {
      const published = new Set(eventIds);
      await update({
        table,
        key: JSON.parse(key) as Key,
        step: (item) => ({ state: withoutEvents<Item>(item, published), silently: true }),
      });
    },
  };
};
