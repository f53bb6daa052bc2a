import { badUserInput } from '@qsr/errors';
import { hasScope, type Viewer } from '@qsr/identity';
import { me, pageRequest } from '@qsr/subgraph';
import { daypartAt } from '@qsr/subgraph/dayparts';
import { nearest } from '../domain/distance.ts';
import { isOpenTo, type Owned } from '../domain/ownership.ts';
import { localTime } from '@qsr/subgraph/local-time';
import type { QueryResolvers } from '../generated/resolvers.ts';

/** What the viewer must not see looks absent, so that ids cannot be tried out. */
const readable = <Item extends Owned>(owned: Item | null, viewer: Viewer): Item | null => {
  if (owned === null || isOpenTo(owned, viewer.customerId)) return owned;
  return hasScope(viewer, 'orders:read:any') ? owned : null;
};

const degrees = (argument: string, value: number, most: number): number => {
  if (value >= -most && value <= most) return value;
  throw badUserInput(`Query.storesNear(${argument}:)`, `${value} is out of range; it goes from -${most} to ${most}`);
};

export const Query: QueryResolvers = {
  me,
  store: (_parent, { id }, { loaders }) => loaders.stores.load(id),
  storesNear: async (_parent, args, { loaders, repositories }) => {
    const { limit } = pageRequest(args, { where: 'Query.storesNear', initial: 10, maximum: 50 });
    const from = {
      latitude: degrees('latitude', args.latitude, 90),
      longitude: degrees('longitude', args.longitude, 180),
    };
    const stores = nearest(await repositories.stores.all(), from, limit);
    for (const store of stores) loaders.stores.prime(store.id, store);
    return stores;
  },
  menu: async (_parent, { storeId, handoffMode, at }, { loaders, now }) => {
    const store = await loaders.stores.load(storeId);
    if (store === null || !store.handoffModes.includes(handoffMode)) return null;
    const { minute } = localTime(store.timeZone, at == null ? now() : new Date(at));
    const daypart = daypartAt(store.dayparts, minute);
    return daypart === null ? null : { storeId, currency: store.currency, daypart };
  },
  cart: async (_parent, { id }, { loaders, viewer }) => readable(await loaders.carts.load(id), viewer),
  quote: async (_parent, { id }, { loaders, viewer }) => readable(await loaders.quotes.load(id), viewer),
  order: async (_parent, { id }, { loaders, viewer }) => readable(await loaders.orders.load(id), viewer),
};
