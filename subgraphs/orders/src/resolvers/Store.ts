import { storedFields } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import { daypartAt } from '@qsr/subgraph/dayparts';
import { localTime } from '@qsr/subgraph/local-time';
import { isOpen } from '../domain/opening-hours.ts';
import type { StoreResolvers } from '../generated/resolvers.ts';
import type { StoredStore } from '../repository/stores.ts';

const stored = storedFields(({ loaders }: Context) => loaders.stores);

const takesOrders = ({ acceptingOrders, hours, timeZone }: StoredStore, now: Date): boolean =>
  acceptingOrders && isOpen(hours, localTime(timeZone, now));

export const Store: StoreResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.stores.load(id),
  code: stored((store) => store.code),
  name: stored((store) => store.name),
  timeZone: stored((store) => store.timeZone),
  currency: stored((store) => store.currency),
  address: stored((store) => store.address),
  position: stored((store) => store.position),
  hours: stored((store) => store.hours),
  handoffModes: stored((store) => store.handoffModes),
  currentDaypart: stored((store, { now }) => daypartAt(store.dayparts, localTime(store.timeZone, now()).minute)),
  acceptingOrders: stored((store, { now }) => takesOrders(store, now())),
  estimatedReadyMinutes: stored((store, { now }) => (takesOrders(store, now()) ? store.estimatedReadyMinutes : null)),
};
