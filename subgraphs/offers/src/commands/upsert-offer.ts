import { changeOnce, createOnce, keyError, userError, type Decision, type MutationCall } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { firstFault, type Fault } from '../domain/fault.ts';
import { offerFault, poolFault, statusFault, type PoolInput } from '../domain/offer-terms.ts';
import type { Offer, OfferEffect } from '../domain/offer.ts';
import type { UpsertOfferInput } from '../generated/resolvers.ts';
import { indexedOffer, type OfferItem, type StoredOffer } from '../repository/offers.ts';
import { done, offerError, payloadOf, refused, type Payload } from './payload.ts';
import { foreignPool, reserveOfferCode, writePools } from './reserve-codes.ts';

const instant = (text: string): string => new Date(text).toISOString();

const distinct = <Value>(values: readonly Value[] | null | undefined): readonly Value[] => [...new Set(values ?? [])];

/** Without what is null, as it is stored. */
const effectOf = ({ effect }: UpsertOfferInput): OfferEffect => {
  const { menuItemIds, ...others } = effect;
  const given = Object.entries(others).filter(([, value]) => value != null);
  return {
    ...(Object.fromEntries(given) as unknown as OfferEffect),
    ...(menuItemIds == null ? {} : { menuItemIds: distinct(menuItemIds) }),
  };
};

const poolsOf = ({ claimCodes }: UpsertOfferInput): PoolInput[] =>
  (claimCodes ?? []).map(({ code, maxClaims = 1 }) => ({ code: code.trim().toUpperCase(), maxClaims }));

const offerOf = (id: string, input: UpsertOfferInput, present: Offer | null): Offer => ({
  id,
  code: input.code.trim(),
  kind: input.kind,
  status: input.status,
  startsAt: instant(input.startsAt),
  endsAt: input.endsAt == null ? null : instant(input.endsAt),
  channels: distinct(input.channels),
  handoffModes: distinct(input.handoffModes),
  dayparts: distinct(input.dayparts),
  storeGroupCodes: distinct(input.storeGroupCodes),
  minimumSubtotal: input.minimumSubtotal ?? null,
  effect: effectOf(input),
  stacking: {
    mode: input.stackingMode ?? 'STACKABLE',
    exclusivityGroup: input.exclusivityGroup ?? null,
    priority: input.priority ?? 0,
  },
  requiresActivation: input.requiresActivation ?? false,
  // Codes stay when they are left out, so what needed one still does.
  byCodeOnly: poolsOf(input).length > 0 || present?.byCodeOnly === true,
  caps: {
    total: input.caps?.total ?? null,
    perCustomer: input.caps?.perCustomer ?? null,
    perCustomerPerDay: input.caps?.perCustomerPerDay ?? null,
    perCheck: input.caps?.perCheck ?? 1,
    budget: input.caps?.budget ?? null,
  },
  segmentIds: distinct(input.segmentIds),
});

type UpsertCall = MutationCall & { readonly input: UpsertOfferInput };

interface Preparing {
  readonly pools: readonly PoolInput[];
  readonly context: Context;
}

const refusedFor = ({ path, message }: Fault): Payload =>
  refused(offerError(userError('INVALID_INPUT', message, ...path)));

/**
 * Checks an offer and gets it its codes; a fault when it cannot be written. Getting codes can be repeated, and a code
 * that waits for its offer shows nowhere, so that this may run more than once and may be left half done.
 */
const prepare = async (offer: Offer, present: Offer | null, { pools, context }: Preparing): Promise<Fault | null> => {
  const fault = firstFault(offerFault(offer), poolFault(pools), statusFault(present?.status ?? null, offer.status));
  if (fault !== null) return fault;
  return (
    (await foreignPool(pools, offer.id, context)) ??
    (await reserveOfferCode(offer.code, offer.id, context)) ??
    (await writePools(pools, offer.id, context))
  );
};

const create = async (id: string, input: UpsertOfferInput, context: Context): Promise<Payload> => {
  const { table } = context.repositories.offers;
  // There already when whoever began this died before it was remembered.
  if ((await table.get({ partition: id })) !== null) return done(id);
  const offer = offerOf(id, input, null);
  const fault = await prepare(offer, null, { pools: poolsOf(input), context });
  if (fault !== null) return refusedFor(fault);
  await table.create({ ...indexedOffer(offer), revision: 1 });
  return done(id);
};

const replaced = async (
  present: StoredOffer,
  input: UpsertOfferInput,
  context: Context,
): Promise<Decision<OfferItem, Payload>> => {
  const offer = offerOf(present.id, input, present);
  const fault = await prepare(offer, present, { pools: poolsOf(input), context });
  if (fault !== null) return { refused: refusedFor(fault) };
  // What is not of the offer itself (revision, records) stays with the item.
  return { state: { ...present, ...indexedOffer(offer) }, outcome: done(present.id) };
};

/**
 * The record of the call lies in the offer itself, so that it is replaced once, even when whoever does it dies before
 * the claim of the key is completed. The claim is what tells keys apart that are used for one offer and for another.
 */
const replace = async (id: string, call: UpsertCall, context: Context): Promise<Payload> => {
  const { repositories, now, signal } = context;
  const result = await changeOnce({
    table: repositories.offers.table,
    key: { partition: id },
    call,
    now: now(),
    signal,
    decide: (present) => replaced(present, call.input, context),
  });
  if (result.kind === 'done') return result.outcome;
  return refused(offerError(userError('NOT_FOUND', 'There is no offer with this id.', 'id')));
};

/** Makes an offer, or replaces all of one but its usage. */
export const upsertOffer = async (input: UpsertOfferInput, context: Context): Promise<Payload> => {
  const { viewer, claims, now, signal } = context;
  const call = { viewer, mutation: 'upsertOffer', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refused(offerError(keyFault));
  const effect = (ulid: string) =>
    input.id == null ? create(`ofr_${ulid}`, input, context) : replace(input.id, call, context);
  return payloadOf(await createOnce({ claims, call, now, signal, effect }));
};
