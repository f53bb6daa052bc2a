import { customerViewer, guestViewer, staffViewer } from '@qsr/testkit';
import { describe, expect, it } from 'vitest';
import { startWithVault as start } from './vault.ts';
import { ann, ben, customers, startOrders } from './world.ts';

const withCards = customers.filter(({ vault }) => vault !== null).slice(0, 20);
const staff = staffViewer('orders:read:any');

const referencesOf = (ids: readonly string[]) => ids.map((id) => ({ __typename: 'Customer', id }));

describe('payment methods', () => {
  it('are what the vault holds, also by their own id, and only for their owner and staff', async () => {
    await using orders = await start('single');
    const query = '{ me { paymentMethods { id type last4 expiryMonth expiryYear isDefault } } }';
    const { data, errors } = await orders.ask(query, { viewer: customerViewer(ann.id) });
    expect(errors).toBeUndefined();
    expect(data.me.paymentMethods).toMatchObject(
      ann.vault!.cards.map(({ type, last4, expiryMonth, expiryYear, isDefault }) => ({
        ...{ type, last4, expiryMonth, expiryYear, isDefault },
      })),
    );
    const key = [{ __typename: 'PaymentMethod', id: data.me.paymentMethods[0].id as string }];
    const own = await orders.entities(key, '... on PaymentMethod { last4 }', {
      viewer: customerViewer(ann.id),
    });
    expect(own.data._entities).toStrictEqual([{ last4: ann.vault!.cards[0]!.last4 }]);
    for (const viewer of [guestViewer, customerViewer(ben.id), staffViewer('customer:read:any')]) {
      const foreign = await orders.entities(
        [...key, ...referencesOf([ann.id])],
        '... on PaymentMethod { last4 type } ... on Customer { paymentMethods { id } }',
        { viewer },
      );
      expect(foreign.data._entities).toStrictEqual([null, { paymentMethods: null }]);
    }
  });

  it('of 20 customers cost one read of the store and one call in bulk mode', async () => {
    await using orders = await start('bulk');
    const { data, extensions } = await orders.entities(
      referencesOf(withCards.map(({ id }) => id)),
      '... on Customer { id paymentMethods { last4 } }',
      { viewer: staff },
    );
    expect(withCards).toHaveLength(20);
    expect(data._entities).toMatchObject(
      withCards.map(({ id, vault }) => ({ id, paymentMethods: vault!.cards.map(({ last4 }) => ({ last4 })) })),
    );
    expect(extensions?.calls).toStrictEqual({
      stores: { 'payment-profiles': 1 },
      legacy: { payment: { 'ext/bulk/profiles': 1 } },
    });
  });

  it('of 20 customers cost one call each, asked once, where the system reads one profile a call', async () => {
    await using orders = await start('single');
    const ids = withCards.map(({ id }) => id);
    const { extensions } = await orders.entities(
      referencesOf([...ids, ...ids]),
      '... on Customer { paymentMethods { last4 } again: paymentMethods { id } }',
      { viewer: staff },
    );
    expect(extensions?.calls.legacy).toStrictEqual({ payment: { profile: 20 } });
  });

  it('are none for a customer whom the vault does not know, without a call', async () => {
    await using orders = await start('bulk');
    const without = customers.find(({ vault }) => vault === null)!;
    const { data, extensions } = await orders.ask('{ me { paymentMethods { id } } }', {
      viewer: customerViewer(without.id),
    });
    expect(data.me.paymentMethods).toStrictEqual([]);
    expect(extensions?.calls.legacy).toStrictEqual({});
  });

  it('are null with an error at their path while the system is down, and everything else is there', async () => {
    await using orders = await startOrders();
    const { data, errors } = await orders.ask('{ me { id cart { id } paymentMethods { id } } }', {
      viewer: customerViewer(ann.id),
    });
    expect(data.me).toStrictEqual({ id: ann.id, cart: { id: ann.cart!.id }, paymentMethods: null });
    expect(errors).toMatchObject([{ path: ['me', 'paymentMethods'], extensions: { code: 'DOWNSTREAM_UNAVAILABLE' } }]);
  });
});
