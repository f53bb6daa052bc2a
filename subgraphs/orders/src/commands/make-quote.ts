import { evaluateOffers, quotePoints } from '@qsr/commands';
import { withEvents } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { repricedLines } from '../domain/cart/lines.ts';
import { problem, type Problem } from '../domain/cart/problem.ts';
import { quoteOf, type QuoteBasis } from '../domain/cart/quote.ts';
import { placeAt, serves, servingTime } from '../domain/cart/serving.ts';
import type { Answers } from '../domain/cart/terms.ts';
import { quoteCreated } from '../events/publish-quote.ts';
import type { QuoteItem } from '../repository/quotes.ts';
import { ask, asking } from './ask.ts';
import { storeOf } from './price-wanted-line.ts';
import { readMenu } from './read-menu.ts';

/** What pricing needs of a request, or of a worker that has a session of its own. */
export type QuoteContext = Pick<Context, 'loaders' | 'repositories' | 'commands' | 'now' | 'signal'>;

/** A quote under an id that nobody has yet. */
export interface QuoteRequest {
  readonly id: string;
  readonly basis: QuoteBasis;
}

const unasked = 'unasked' as const;

/** Offers and points are asked at the same time, each once, and only when somebody wants benefits. */
const answersFor = async (
  { id, basis }: QuoteRequest,
  at: Date,
  { commands, signal }: QuoteContext,
): Promise<Answers> => {
  const { customerId = null, storeId, channel, handoffMode, currency, benefits } = basis;
  const { offerIds, rewardIds, pointsToBurn } = benefits;
  const sending = asking(`${id}:quote`, signal);
  const asksForPoints = customerId !== null && offerIds.length + rewardIds.length + pointsToBurn > 0;
  const where = { customerId, storeId, channel, handoffMode, at: at.toISOString() };
  const [offers, points] = await Promise.all([
    offerIds.length === 0
      ? unasked
      : ask(commands.offers.send(evaluateOffers, { ...where, offerIds: [...offerIds] }, sending)),
    asksForPoints
      ? ask(commands.loyalty.send(quotePoints, { customerId, currency, rewardIds: [...new Set(rewardIds)] }, sending))
      : unasked,
  ]);
  return { offers: typeof offers === 'object' ? offers.offers : offers, points };
};

/**
 * Prices a basis at what the store charges and sells now, and writes the quote. A quote that is there under the id
 * already is answered as it is. Refused when the store is closed or a line cannot be had.
 */
export const makeQuote = async (
  request: QuoteRequest,
  context: QuoteContext,
): Promise<{ readonly quote: QuoteItem } | { readonly problem: Problem }> => {
  const { id, basis } = request;
  const { loaders, repositories } = context;
  const now = context.now();
  const at = servingTime(basis.requestedFor, now);
  const [store, menu] = await Promise.all([
    storeOf(basis, context),
    readMenu(
      basis.lines.map(({ menuItemId }) => menuItemId),
      loaders,
    ),
  ]);
  if (!serves(store, basis.handoffMode, at)) {
    return { problem: problem('STORE_CLOSED', `${store.name} takes no orders for this time.`, 'cartId') };
  }
  const repriced = repricedLines(basis.lines, menu, placeAt(store, at));
  if ('problem' in repriced) return repriced;
  const answers = await answersFor(request, at, context);
  const quote: QuoteItem = { id, revision: 1, ...quoteOf(basis, { lines: repriced.lines, store, answers, now }) };
  const isNew = await repositories.quotes.table.create(withEvents(quote, [quoteCreated(quote)]));
  return { quote: isNew ? quote : ((await repositories.quotes.table.get({ partition: id })) ?? quote) };
};
