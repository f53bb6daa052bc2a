import type { HandoffMode } from '@qsr/subgraph/channels';
import type { DeliveryAddress } from '../order.ts';
import { problem, type Problem } from './problem.ts';
import { serves, servingTime, type ServingStore } from './serving.ts';

/** A cart as somebody wants it. `requestedFor` is RFC 3339. */
export interface WantedCart {
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
}

/** A restaurant, with the ways in which food can be had there. */
interface NewCartStore extends ServingStore {
  readonly name: string;
  readonly handoffModes: readonly HandoffMode[];
}

const longestText = 200;
const mostDaysAhead = 30;
const dayMs = 24 * 3_600_000;

const addressProblem = (address: DeliveryAddress): Problem | null => {
  const required = ['line1', 'city', 'postalCode'] as const;
  const empty = required.find((name) => address[name].trim() === '');
  if (empty !== undefined) return problem('INVALID_INPUT', 'Please fill this in.', 'deliveryAddress', empty);
  const long = Object.entries(address).find(([, text]) => ((text as string | null) ?? '').length > longestText);
  if (long !== undefined) {
    return problem('INVALID_INPUT', `At most ${longestText} characters fit here.`, 'deliveryAddress', long[0]);
  }
  if (/^[A-Z]{2}$/.test(address.country)) return null;
  return problem(
    'INVALID_INPUT',
    'The country is given by its code of two letters, for example US.',
    'deliveryAddress',
    'country',
  );
};

const deliveryProblem = ({ handoffMode, deliveryAddress }: WantedCart): Problem | null => {
  if (handoffMode !== 'DELIVERY') return null;
  if (deliveryAddress !== null) return addressProblem(deliveryAddress);
  return problem('INVALID_INPUT', 'Where shall it be delivered?', 'deliveryAddress');
};

const closed = ({ name }: NewCartStore): string => `${name} takes no orders for this time.`;

const timeProblem = ({ requestedFor }: WantedCart, now: Date): Problem | null => {
  const ahead = requestedFor === null ? 0 : Date.parse(requestedFor) - now.getTime();
  if (ahead < 0) return problem('INVALID_INPUT', 'This time is over.', 'requestedFor');
  if (ahead <= mostDaysAhead * dayMs) return null;
  return problem('INVALID_INPUT', `Orders are taken for the next ${mostDaysAhead} days.`, 'requestedFor');
};

/** What stands in the way of a new cart; null when nothing does. */
export const newCartProblem = (wanted: WantedCart, store: NewCartStore, now: Date): Problem | null => {
  const { handoffMode, requestedFor } = wanted;
  if (!store.handoffModes.includes(handoffMode)) {
    return problem('INVALID_INPUT', `${store.name} does not hand food over this way.`, 'handoffMode');
  }
  const wrong = timeProblem(wanted, now) ?? deliveryProblem(wanted);
  if (wrong !== null) return wrong;
  return serves(store, handoffMode, servingTime(requestedFor, now))
    ? null
    : problem('STORE_CLOSED', closed(store), requestedFor === null ? 'storeId' : 'requestedFor');
};
