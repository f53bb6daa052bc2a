import { evaluateOffers, quotePoints, type OfferEvaluation } from '@qsr/commands';
import { openStore } from '@qsr/store';
import { commandSecrets, customerViewer } from '@qsr/testkit';
import { quotesTable } from '../src/repository/quotes.ts';
import { startCommanded, type Commanded } from './commanded.ts';
import { ann, startOrders } from './world.ts';
import { bun, burger, cartInput, mutations } from './writing.ts';

export const amount = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const stacking = { mode: 'STACKABLE', exclusivityGroup: null, priority: 1 } as const;
const tenPercent = {
  eligible: true,
  kind: 'PERCENT_OFF',
  effect: { scope: 'SUBTOTAL', percentOffBps: 1000 },
  stacking,
  minimumSubtotal: null,
  perCheck: 1,
} as const;
const bonus = { ...tenPercent, kind: 'BONUS_POINTS', effect: { scope: 'LOYALTY', bonusPoints: 100 } } as const;
const fiveOff = { known: true, pointsCost: 500, kind: 'AMOUNT_OFF', amountOff: amount(500) } as const;

const evaluationOf = (offerId: string): OfferEvaluation => {
  if (offerId === 'ofr_over') return { offerId, eligible: false, reason: 'ENDED' };
  return offerId === 'ofr_bonus' ? { offerId, ...bonus } : { offerId, ...tenPercent };
};

const rewardOf = (rewardId: string) =>
  rewardId === 'rwd_gone' ? ({ rewardId, known: false } as const) : { rewardId, ...fiveOff };

/** Ten per cent off and a bonus, a reward that takes 500 points and 5 dollars, and points worth a cent. */
export const everybodyAnswers = (offers: Commanded, loyalty: Commanded): void => {
  offers.asked.clear();
  loyalty.asked.clear();
  offers.answer(evaluateOffers, ({ offerIds }) => ({ offers: offerIds.map(evaluationOf) }));
  loyalty.answer(quotePoints, ({ rewardIds }) => ({
    ...{ enrolled: true, available: 1000, tenderRate: { points: 1, amountMinor: 1 } },
    rewards: rewardIds.map(rewardOf),
  }));
};

type Send = ReturnType<typeof mutations>;
interface CartVersion {
  readonly id: string;
  readonly version: number;
}

/** Orders with services that say what a test wants, and carts of two burgers. */
export const startQuoting = async () => {
  await using opened = new AsyncDisposableStack();
  const [offers, loyalty] = [opened.use(await startCommanded()), opened.use(await startCommanded())];
  const commands = { offersUrl: offers.url, loyaltyUrl: loyalty.url, secrets: commandSecrets };
  const orders = opened.use(await startOrders(undefined, { commands }));
  const store = await openStore(orders.storeUrl);
  opened.defer(() => store.close());
  const asAnn = mutations(orders, customerViewer(ann.id));
  const filledCart = async (send: Send = asAnn): Promise<CartVersion> => {
    const { payload } = await send('createCart', cartInput);
    const line = { cartId: payload.cart.id, menuItemId: burger.id, quantity: 2, modifiers: [bun] };
    return (await send('addCartLine', line)).payload.cart;
  };
  const withBenefits = async (benefits: object): Promise<CartVersion> => {
    const { id: cartId } = await filledCart();
    const all = { offerIds: [], rewardIds: [], pointsToBurn: 0, ...benefits };
    return (await asAnn('selectCartBenefits', { cartId, ...all })).payload.cart;
  };
  const quoted = async ({ id, version }: CartVersion, input: object = {}, send: Send = asAnn) =>
    (await send('createQuote', { cartId: id, cartVersion: version, ...input })).payload;
  const storedQuote = async (id: string) => (await store.session().table(quotesTable).get({ partition: id }))!;
  const running = opened.move();
  return {
    ...{ offers, loyalty, orders, store, asAnn, filledCart, withBenefits, quoted, storedQuote },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
};
