import { AppError } from '@qsr/errors';
import { customerViewer, guestViewer, startSubgraph } from '@qsr/testkit';
import { describe, expect, it } from 'vitest';
import { everyone, me, ownerOr, type PermissionTree, type ResolverMap } from '../src/index.ts';

const typeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Date
  type Query {
    me: Customer
    echo(date: Date!): Date
    broken: String
  }
  type Customer @key(fields: "id") {
    id: ID!
    secret: String
  }
`;

const permissions: PermissionTree = {
  Query: { me: everyone, echo: everyone, broken: everyone },
  Customer: { id: everyone, '*': ownerOr<{ id: string }>('customer:read:any', ({ id }) => id) },
};

const resolvers: ResolverMap = {
  Query: {
    me,
    echo: (_parent: unknown, { date }: { date: string }) => date,
    broken: () => {
      throw new Error('password is hunter2 at http://10.0.0.1/');
    },
  },
  Customer: {
    __resolveReference: ({ id }: { id: string }) => {
      if (id === 'cus_bad') throw new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service: 'store' });
      return { id };
    },
    secret: () => 'the secret',
  },
};

const start = (overrides: Partial<{ permissions: PermissionTree }> = {}) =>
  startSubgraph({
    name: 'sample',
    typeDefs,
    resolvers,
    permissions,
    context: (scope) => scope,
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
    ...overrides,
  });

describe('permissions', () => {
  it('refuse to start when a root field is not named', async () => {
    await expect(start({ permissions: { ...permissions, Query: { me: everyone } } })).rejects.toThrow(
      'permissions.ts has no rule for: Query.echo, Query.broken',
    );
  });

  it('do not let a root type be allowed as a whole', async () => {
    await expect(start({ permissions: { ...permissions, Query: { '*': everyone } } })).rejects.toThrow('Query.me');
  });

  it('refuse to start when a type is not named', async () => {
    await expect(start({ permissions: { Query: permissions['Query']! } })).rejects.toThrow('Customer');
  });

  it('hold for entities as for root fields', async () => {
    await using subgraph = await start();
    const mine = await subgraph.entities([{ __typename: 'Customer', id: 'cus_1' }], '... on Customer { secret }', {
      viewer: customerViewer('cus_1'),
    });
    expect(mine.data._entities).toStrictEqual([{ secret: 'the secret' }]);
    const theirs = await subgraph.entities([{ __typename: 'Customer', id: 'cus_2' }], '... on Customer { secret }', {
      viewer: customerViewer('cus_1'),
    });
    expect(theirs.data._entities).toStrictEqual([{ secret: null }]);
    expect(theirs.errors?.[0]).toMatchObject({ path: ['_entities', 0, 'secret'], extensions: { code: 'FORBIDDEN' } });
  });
});

describe('errors', () => {
  it('of one reference leave the others alone, even when the resolver throws synchronously', async () => {
    await using subgraph = await start();
    const { data, errors } = await subgraph.entities(
      ['cus_1', 'cus_bad', 'cus_2'].map((id) => ({ __typename: 'Customer', id })),
      '... on Customer { id }',
    );
    expect(data._entities).toStrictEqual([{ id: 'cus_1' }, null, { id: 'cus_2' }]);
    expect(errors).toStrictEqual([
      expect.objectContaining({
        message: 'A service is unavailable.',
        path: ['_entities', 1],
        extensions: { code: 'DOWNSTREAM_UNAVAILABLE', retryable: true, service: 'store' },
      }),
    ]);
  });

  it('that nobody expected say nothing of the inside', async () => {
    await using subgraph = await start();
    const { errors } = await subgraph.ask('{ broken }');
    expect(errors).toStrictEqual([
      expect.objectContaining({
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
      }),
    ]);
  });

  it('of a scalar show what a good value looks like', async () => {
    await using subgraph = await start();
    const { errors } = await subgraph.ask('query ($date: Date!) { echo(date: $date) }', {
      variables: { date: 'tomorrow' },
    });
    expect(errors?.[0]?.message).toContain('Date: not a valid value. It looks like "2026-03-01".');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    // The gateway takes exactly this beginning for a fault of the client; see its subgraph/answer.ts.
    const literal = await subgraph.ask('{ echo(date: "tomorrow") }');
    expect(literal.errors?.[0]?.message).toBe(
      'Expected value of type "Date!", found "tomorrow"; It looks like "2026-03-01".',
    );
  });
});

describe('health', () => {
  it('needs no signature; everything else does', async () => {
    await using subgraph = await start();
    const origin = new URL(subgraph.url).origin;
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    const forged = await subgraph.ask('{ me { id } }', { viewer: guestViewer, headers: { 'x-viewer': 'forged' } });
    expect(forged).toMatchObject({ status: 401, errors: [{ extensions: { code: 'GATEWAY_ONLY' } }] });
  });
});
