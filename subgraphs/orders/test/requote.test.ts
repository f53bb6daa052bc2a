import { createCommandClient } from '@qsr/commands';
import type { StoredCard } from '@qsr/legacy';
import { eachLoader } from '@qsr/subgraph';
import { commandSecrets } from '@qsr/testkit';
import { expect, it } from 'vitest';
import { requote } from '../src/commands/requote.ts';
import { createLoaders } from '../src/loaders.ts';
import { createRepositories } from '../src/repository/index.ts';
import { amount, everybodyAnswers, startQuoting } from './quoting.ts';

it('a quote for a checkout that could not keep its own is without the benefits that cannot be had, and the same one however often the checkout asks', async () => {
  await using desk = await startQuoting();
  everybodyAnswers(desk.offers, desk.loyalty);
  const cart = await desk.withBenefits({
    offerIds: ['ofr_ten', 'ofr_full'],
    rewardIds: ['rwd_five'],
    pointsToBurn: 100,
  });
  const { quote: first } = await desk.quoted(cart, { tip: amount(50) });
  const session = desk.store.session();
  const repositories = createRepositories(session);
  const service = (url: string) => ({ url, service: 'test', caller: 'orders', secrets: commandSecrets });
  const commands = {
    offers: createCommandClient(service(desk.offers.url)),
    loyalty: createCommandClient(service(desk.loyalty.url)),
  };
  await using closing = new AsyncDisposableStack();
  closing.defer(() => commands.offers.close());
  closing.defer(() => commands.loyalty.close());
  const vault = {
    paymentMethods: eachLoader<readonly StoredCard[]>(() => Promise.reject(new Error('unused'))),
  };
  const context = {
    ...{ repositories, commands, loaders: createLoaders(repositories, vault) },
    ...{ now: () => new Date('2026-03-01T00:10:00Z'), signal: new AbortController().signal },
  };
  const request = { quote: await desk.storedQuote(first.id), checkoutId: 'chk_1', without: { offerIds: ['ofr_full'] } };
  const fresh = (await requote(request, context))!;
  expect(fresh).toMatchObject({
    ...{ benefits: { offerIds: ['ofr_ten'], rewardIds: ['rwd_five'], pointsToBurn: 100 }, status: 'OPEN' },
    ...{
      cartId: cart.id,
      cartVersion: cart.version,
      totals: { tipTotal: 50 },
      expiresAt: '2026-03-01T00:25:00.000Z',
    },
    appliedOffers: [{ offerId: 'ofr_ten' }],
  });
  expect((await requote(request, context))?.id).toBe(fresh.id);
  const pointless = await requote({ ...request, checkoutId: 'chk_2', without: { points: true } }, context);
  expect(pointless).toMatchObject({ rewardIds: [], pointsToBurn: 0, appliedOffers: [{}, {}] });
});
