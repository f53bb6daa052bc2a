import { clientViewer, customerViewer, guestViewer, staffViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, ben, customers, startProfile, world } from './world.ts';

let profile: SeededSubgraph;

beforeAll(async () => {
  profile = await startProfile();
});
afterAll(() => profile[Symbol.asyncDispose]());

describe('the signed-in customer', () => {
  it('reads the whole profile with one read of the store', async () => {
    const { data, errors, extensions } = await profile.ask(
      '{ me { id givenName email { address } homeStore { id } consents { purpose channel status } doNotSellOrShare createdAt } }',
      { viewer: customerViewer(ann.id) },
    );
    expect(errors).toBeUndefined();
    expect(data.me).toMatchObject({
      id: ann.id,
      givenName: ann.profile.givenName,
      email: { address: ann.profile.email.address },
      homeStore: { id: ann.profile.homeStoreId },
    });
    expect(extensions?.calls.stores).toStrictEqual({ customers: 1 });
  });

  it('is null for guests and costs no read', async () => {
    const { data, extensions } = await profile.ask('{ me { id givenName } }', { viewer: guestViewer });
    expect(data).toStrictEqual({ me: null });
    expect(extensions?.calls.stores).toStrictEqual({});
  });

  it('pages through the consent history, newest first', async () => {
    const query = `query ($after: String) { me { consentHistory(first: 2, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await profile.ask(query, { viewer: customerViewer(ann.id), variables: { after } });
      const page = answer.data.me.consentHistory;
      seen.push(...page.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toStrictEqual(ann.consents.map(({ id }) => id).reverse());
  });

  it('is told what is wrong with a page size or a foreign cursor', async () => {
    const viewer = customerViewer(ann.id);
    const tooMany = await profile.ask('{ me { consentHistory(first: 51) { edges { cursor } } } }', { viewer });
    expect(tooMany.errors?.[0]).toMatchObject({
      message: 'Customer.consentHistory(first:): 51 is out of range; it goes from 1 to 50',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const foreign = await profile.ask('{ me { consentHistory(after: "bm9uc2Vuc2U") { edges { cursor } } } }', {
      viewer,
    });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('entities', () => {
  it('answer null for unknown and impossible keys without harming their neighbours', async () => {
    const keys = [ann.id, 'cus_unknown', '', 'ü'.repeat(3000)];
    const { data } = await profile.entities(
      keys.map((id) => ({ __typename: 'Customer', id })),
      '... on Customer { id givenName }',
      { viewer: staffViewer('customer:read:any') },
    );
    expect(data._entities).toStrictEqual([{ id: ann.id, givenName: ann.profile.givenName }, null, null, null]);
  });

  it('are read in one batch', async () => {
    const { extensions } = await profile.entities(
      customers.map(({ id }) => ({ __typename: 'Customer', id })),
      '... on Customer { id givenName status }',
      { viewer: staffViewer('customer:read:any') },
    );
    expect(extensions?.calls.stores).toStrictEqual({ customers: 1 });
  });

  it('are no back door to another customer', async () => {
    const { data, errors } = await profile.entities(
      [{ __typename: 'Customer', id: ben.id }],
      '... on Customer { id givenName email { address } consents { status } }',
      { viewer: customerViewer(ann.id) },
    );
    expect(data._entities).toStrictEqual([{ id: ben.id, givenName: null, email: null, consents: null }]);
    expect(errors?.map(({ extensions }) => extensions.code)).toStrictEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('marketing and staff', () => {
  it('lists segments to those who may read them, and to nobody else', async () => {
    const query = '{ segments(first: 3) { edges { node { id code } } pageInfo { hasNextPage } } }';
    const allowed = await profile.ask(query, { viewer: clientViewer('marketing:read') });
    expect(allowed.data.segments.edges.map((edge: { node: { code: string } }) => edge.node.code)).toStrictEqual(
      world.segments
        .map(({ code }) => code)
        .sort()
        .slice(0, 3),
    );
    const refused = await profile.ask(query, { viewer: customerViewer(ann.id) });
    expect(refused.data.segments).toBeNull();
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('opens a customer to staff with the scope only', async () => {
    const query = `{ customer(id: "${ben.id}") { givenName } }`;
    const allowed = await profile.ask(query, { viewer: staffViewer('customer:read:any') });
    expect(allowed.data.customer.givenName).toBe(ben.profile.givenName);
    const refused = await profile.ask(query, { viewer: staffViewer('orders:read:any') });
    expect(refused.data.customer).toBeNull();
  });
});

it('answers nobody without the signature of the gateway', async () => {
  const response = await fetch(profile.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'GATEWAY_ONLY' } }] });
});
