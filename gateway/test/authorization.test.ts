import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestIssuer } from './support/issuer.ts';
import { TestSubgraph } from './support/subgraph.ts';

const customerId = 'cus_01HZX3F6J5Q8W2R4T6Y8N0B1C3';
const REFUSED = 'UNAUTHORIZED_FIELD_OR_TYPE';

let placed = 0;

const orders = {
  name: 'orders',
  sdl: `
    type Query {
      open: String
      account: Account @authenticated
      order: Order
      orders: [Order!]!
      nothing: Order
      things: [Thing!]
      found: [Found!]
      audit: String! @requiresScopes(scopes: [["audit:read", "audit:all"], ["admin"]])
      sealed: String @policy(policies: [["vault"]])
      secretCode: SecretCode
    }
    type Mutation {
      place(note: String): Order
      refund: Order @requiresScopes(scopes: [["orders:refund"]])
      join: Int @authenticated
    }
    scalar SecretCode @authenticated
    type Account @key(fields: "id") { id: ID! }
    type Order {
      id: ID!
      total: Int
      margin: Int @requiresScopes(scopes: [["finance"]])
      lines: [Line!]
      cost: Cost
    }
    type Line { sku: String costPrice: Int! @requiresScopes(scopes: [["finance"]]) }
    type Cost @requiresScopes(scopes: [["finance"]]) { amount: Int }
    union Found = Product | Recipe
    interface Thing { id: ID! label: String }
    type Product implements Thing { id: ID! label: String supplier: String @authenticated }
    type Recipe @authenticated { id: ID! steps: Int }
    type Sauce implements Thing { id: ID! label: String @authenticated }
  `,
  resolvers: {
    Query: {
      open: () => 'open',
      account: () => ({ id: 'a1' }),
      order: () => order,
      orders: () => [order, { ...order, id: 'o2' }],
      nothing: () => null,
      things: () => [
        { __typename: 'Product', id: 'p', label: 'Bun', supplier: 'Mill' },
        { __typename: 'Sauce', id: 's', label: 'Hot' },
      ],
      found: () => [
        { __typename: 'Product', id: 'p', label: 'Bun', supplier: 'Mill' },
        { __typename: 'Recipe', id: 'r', steps: 3 },
      ],
      audit: () => 'audited',
      sealed: () => 'sealed',
      secretCode: () => '1234',
    },
    Mutation: {
      place: () => order,
      refund: () => {
        placed += 1;
        return order;
      },
      join: () => (placed += 1),
    },
  },
};
const order = {
  id: 'o1',
  total: 10,
  margin: 3,
  lines: [
    { sku: 's1', costPrice: 1 },
    { sku: 's2', costPrice: 2 },
  ],
  cost: { amount: 7 },
};

let subgraph: TestSubgraph;
let staff: TestIssuer;
let customers: TestIssuer;
let gateway: TestGateway;

beforeAll(async () => {
  subgraph = await new TestSubgraph(orders.name, orders.sdl, orders.resolvers).start();
  [staff, customers] = await Promise.all([TestIssuer.start('staff'), TestIssuer.start('customer')]);
  gateway = await TestGateway.start(compose([subgraph]), { issuers: [staff.trusted, customers.trusted] });
});

afterAll(async () => {
  for (const part of [gateway, subgraph, staff, customers]) await part[Symbol.asyncDispose]();
});

const customer = () => customers.caller({ customer_id: customerId, scope: 'finance admin' });
const withScopes = (scope: string) => staff.caller({ sub: 's', scope });
const paths = ({ errors }: Awaited<ReturnType<TestGateway['query']>>) =>
  errors?.map(({ path, extensions }) => `${String(extensions['code'])} ${path?.join('.') ?? ''}`);

describe('a forbidden field', () => {
  it('is null with one error, and the rest of the answer is intact, in the order asked for', async () => {
    const answer = await gateway.query('{ first: open account { id } last: open }');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('"data":{"first":"open","account":null,"last":"open"}');
    expect(answer.errors).toStrictEqual([
      {
        message: 'The caller may not read this field.',
        path: ['account'],
        extensions: { code: REFUSED, retryable: false },
      },
    ]);
  });

  it('is open to whoever meets the requirement, with the plan of the full operation', async () => {
    const query = '{ account { id } audit }';
    expect((await gateway.query(query, {}, await withScopes('audit:read'))).data).toBeNull();
    const allowed = await gateway.query(query, {}, await withScopes('audit:all audit:read'));
    expect(allowed).toMatchObject({ data: { account: { id: 'a1' }, audit: 'audited' } });
    expect(allowed.errors).toBeUndefined();
    expect((await gateway.query('{ audit }', {}, await withScopes('admin'))).data).toStrictEqual({ audit: 'audited' });
  });

  it('never reaches the subgraph', async () => {
    subgraph.received.length = 0;
    await gateway.query('{ order { id margin profit: margin } }');
    expect(subgraph.received.map(({ query }) => query).join()).not.toContain('margin');
  });

  it('stays forbidden to a customer whose token claims scopes', async () => {
    const answer = await gateway.query('{ account { id } order { margin } }', {}, await customer());
    expect(answer.data).toStrictEqual({ account: { id: 'a1' }, order: { margin: null } });
    expect(paths(answer)).toStrictEqual([`${REFUSED} order.margin`]);
  });

  it('keeps its alias, and an object with nothing left is an object of nulls', async () => {
    const answer = await gateway.query('{ order { gain: margin } }');
    expect(answer.data).toStrictEqual({ order: { gain: null } });
    expect(paths(answer)).toStrictEqual([`${REFUSED} order.gain`]);
  });

  it('has one error for all items of a list', async () => {
    const answer = await gateway.query('{ orders { id margin } }');
    expect(answer.data).toStrictEqual({
      orders: [
        { id: 'o1', margin: null },
        { id: 'o2', margin: null },
      ],
    });
    expect(paths(answer)).toStrictEqual([`${REFUSED} orders.margin`]);
  });

  it('that is non-null makes its list null, like any null there', async () => {
    const answer = await gateway.query('{ orders { id lines { sku costPrice } } }');
    expect(answer.data.orders[0]).toStrictEqual({ id: 'o1', lines: null });
    expect(paths(answer)).toStrictEqual([`${REFUSED} orders.lines.costPrice`]);
  });

  it('that is non-null at the root makes data null', async () => {
    const answer = await gateway.query('{ open audit }');
    expect(answer.data).toBeNull();
    expect(paths(answer)).toStrictEqual([`${REFUSED} audit`]);
  });

  it('below an object that does not exist is no error, because nothing was refused', async () => {
    const answer = await gateway.query('{ nothing { margin } }');
    expect(answer.data).toStrictEqual({ nothing: null });
    expect(answer.errors).toBeUndefined();
  });

  it('that the client skips gives no error', async () => {
    const query =
      'query ($no: Boolean! = false) { open account @include(if: $no) { id } order { id margin @skip(if: true) } }';
    const answer = await gateway.query(query);
    expect(answer.data).toStrictEqual({ open: 'open', order: { id: 'o1' } });
    expect(answer.errors).toBeUndefined();
    expect(paths(await gateway.query(query, { no: true }))).toStrictEqual([`${REFUSED} account`]);
  });

  it('is found in fragments, however deep, and in every place they are spread', async () => {
    const answer = await gateway.query(
      `{ order { ...Money } one: order { id ... { ...Money } } }
       fragment Money on Order { total ...Inside }
       fragment Inside on Order { margin }`,
    );
    expect(answer.data).toStrictEqual({
      order: { total: 10, margin: null },
      one: { id: 'o1', total: 10, margin: null },
    });
    expect(paths(answer)).toStrictEqual([`${REFUSED} order.margin`, `${REFUSED} one.margin`]);
  });
});

describe('a protected type', () => {
  it('closes every field that returns it', async () => {
    const answer = await gateway.query('{ secretCode order { id cost { amount } } }');
    expect(answer.data).toStrictEqual({ secretCode: null, order: { id: 'o1', cost: null } });
    expect(paths(answer)).toStrictEqual([`${REFUSED} secretCode`, `${REFUSED} order.cost`]);
  });

  it('in a union loses its fields, and the other members keep theirs', async () => {
    const answer = await gateway.query(
      '{ found { __typename ... on Product { id label supplier } ... on Recipe { steps } } }',
    );
    expect(answer.data).toStrictEqual({
      found: [
        { __typename: 'Product', id: 'p', label: 'Bun', supplier: null },
        { __typename: 'Recipe', steps: null },
      ],
    });
    expect(paths(answer)).toStrictEqual([`${REFUSED} found.supplier`, `${REFUSED} found.steps`]);
  });

  it('makes a field of an interface as strict as its strictest implementation', async () => {
    const answer = await gateway.query('{ things { id label ... on Product { name: label } } }');
    expect(answer.data).toStrictEqual({
      things: [
        { id: 'p', label: null, name: 'Bun' },
        { id: 's', label: null },
      ],
    });
    expect(paths(answer)).toStrictEqual([`${REFUSED} things.label`]);
    const allowed = await gateway.query('{ things { label } }', {}, await withScopes(''));
    expect(allowed.data).toStrictEqual({ things: [{ label: 'Bun' }, { label: 'Hot' }] });
  });

  it('by policy is closed to everyone', async () => {
    expect((await gateway.query('{ sealed }', {}, await withScopes('vault'))).data).toStrictEqual({ sealed: null });
  });
});

describe('operations', () => {
  it('a forbidden mutation does not run, its neighbour does', async () => {
    placed = 0;
    const answer = await gateway.query('mutation { refund { id } place { id } }');
    expect(answer.data).toStrictEqual({ refund: null, place: { id: 'o1' } });
    expect((await gateway.query('mutation { refund { id } }')).data).toStrictEqual({ refund: null });
    expect(placed).toBe(0);
    await gateway.query('mutation { refund { id } }', {}, await withScopes('orders:refund'));
    expect(placed).toBe(1);
  });

  it('a forbidden mutation runs under no alias and in no fragment', async () => {
    placed = 0;
    const query = `mutation { a: refund { id } ...Both ... on Mutation { b: join } }
    fragment Both on Mutation { d: join ...Deep } fragment Deep on Mutation { e: refund { id } join }`;
    expect((await gateway.query(query)).data).toStrictEqual({ a: null, d: null, e: null, join: null, b: null });
    expect(placed).toBe(0);
    expect((await gateway.query(query, {}, await customer())).data).toMatchObject({ a: null, d: 1, join: 2, b: 3 });
  });

  it('variables of forbidden fields are still checked', async () => {
    const query = 'mutation ($note: String!) { place(note: $note) { margin } }';
    const answer = await gateway.query(query, {});
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('an alias cannot hide the type of an object', async () => {
    const answer = await gateway.query('{ found { ... on Product { __typename: label } ... on Recipe { steps } } }');
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });

  it('introspection shows protected fields, for their existence is no secret', async () => {
    const answer = await gateway.query('{ __type(name: "Order") { fields { name } } }');
    expect(answer.data.__type.fields).toContainEqual({ name: 'margin' });
  });
});
