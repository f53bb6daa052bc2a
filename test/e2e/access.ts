import { describe, expect, it } from 'vitest';
import { ask, codesOf } from './client.ts';
import type { TestStack } from './stack.ts';

/** Who may see what, from outside. */
export const access = (stack: () => TestStack): void => {
  const [ann, ben] = [() => stack().world.customer(0), () => stack().world.customer(1)];

  it('answers a guest with null for me, without an error', async () => {
    const { data, errors } = await ask(stack(), '{ me { id givenName loyaltyAccount { id } } }');
    expect(data).toStrictEqual({ me: null });
    expect(errors).toBeUndefined();
  });

  it('refuses a token that does not verify with HTTP 401, never as a guest', async () => {
    const answer = await ask(stack(), '{ me { id } }', { token: 'not.a.token' });
    expect(answer.status).toBe(401);
    expect(codesOf(answer)).toStrictEqual(['UNAUTHENTICATED']);
  });

  it('hides orders, carts and quotes of another customer as if they did not exist', async () => {
    const token = await stack().token('customer', { customer: ben().id });
    const { data, errors } = await ask(
      stack(),
      `{ order(id: "${ann().orders[0]!.id}") { id } cart(id: "${ann().cart!.id}") { id } quote(id: "${ann().quote!.id}") { id } }`,
      { token },
    );
    expect(data).toStrictEqual({ order: null, cart: null, quote: null });
    expect(errors).toBeUndefined();
  });

  it('answers a forbidden field with null and its path, and the rest intact', async () => {
    const offer = stack().world.offers.find(({ status }) => status === 'LIVE')!;
    const { data, errors } = await ask(
      stack(),
      `{ offer(id: "${offer.id}") { id kind secret: code } customer(id: "${ann().id}") { id } storesNear(latitude: 0, longitude: 0, first: 1) { id } }`,
      { token: await stack().token('customer') },
    );
    expect(data.offer).toStrictEqual({ id: offer.id, kind: offer.kind, secret: null });
    expect(data.customer).toBeNull();
    expect(data.storesNear).toHaveLength(1);
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toStrictEqual([
      ['customer', 'UNAUTHORIZED_FIELD_OR_TYPE'],
      ['offer.secret', 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ]);
  });

  it('lets a staff token do only what its scopes say', async () => {
    const token = await stack().token('staff', { scopes: ['orders:read:any'] });
    const { data, errors } = await ask(
      stack(),
      `{ order(id: "${ann().orders[0]!.id}") { id number } customer(id: "${ann().id}") { id } }`,
      { token },
    );
    expect(data.order.number).toBe(ann().orders[0]!.number);
    expect(data.customer).toBeNull();
    expect(errors).toHaveLength(1);
  });

  describe('the subgraphs', () => {
    it.each(['profile', 'loyalty', 'offers', 'orders', 'content'])(
      '%s answers nobody but the gateway',
      async (name) => {
        const response = await fetch(`${stack().partUrl(name)}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${await stack().token('staff')}` },
          body: JSON.stringify({
            query: '{ _entities(representations: [{ __typename: "Customer", id: "cus_1" }]) { __typename } }',
          }),
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'GATEWAY_ONLY' } }] });
      },
    );
  });

  it('does not offer _entities to clients', async () => {
    const answer = await ask(stack(), '{ _entities(representations: []) { __typename } }');
    expect(codesOf(answer)).toStrictEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
};
