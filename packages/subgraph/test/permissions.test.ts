import { guest, type Viewer } from '@qsr/identity';
import { buildSchema, extendSchema, graphql, parse, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { applyPermissions, everyone, signedIn, withScope } from '../src/permissions.ts';

const schema = buildSchema(`
  type Query { open: Thing closed: Thing _service: String _entities: String }
  type _Service { sdl: String }
  type Thing { open: String closed: String }
`);

const isWrapped = (type: string, field: string): boolean => {
  const guarded = applyPermissions(schema, {
    Query: { open: everyone, closed: withScope('x') },
    Thing: { open: everyone, '*': withScope('x') },
  });
  return (guarded.getType(type) as GraphQLObjectType).getFields()[field]?.resolve !== undefined;
};

it('wraps only the fields that have something to decide, so that open fields cost nothing', () => {
  expect(isWrapped('Thing', 'open')).toBe(false);
  expect(isWrapped('Thing', 'closed')).toBe(true);
  expect(isWrapped('Query', 'open')).toBe(false);
  expect(isWrapped('Query', 'closed')).toBe(true);
});

it('lets customers change their own data, and neither guests nor staff', async () => {
  const writes = applyPermissions(
    extendSchema(schema, parse('type Mutation { rename: Int } extend schema { mutation: Mutation }')),
    {
      Query: { open: everyone, closed: everyone },
      Thing: everyone,
      Mutation: { rename: signedIn },
    },
  );
  const codesFor = async (viewer: Partial<Viewer>) => {
    const contextValue = { viewer: { ...guest, ...viewer } };
    const { errors } = await graphql({ schema: writes, source: 'mutation { rename }', rootValue: {}, contextValue });
    return errors?.map(({ extensions }) => extensions['code']);
  };
  expect(await codesFor({ kind: 'customer', customerId: 'cus_1' })).toBeUndefined();
  expect(await codesFor({})).toStrictEqual(['UNAUTHENTICATED']);
  expect(await codesFor({ kind: 'staff', scopes: ['customer:read:any'] })).toStrictEqual(['UNAUTHENTICATED']);
});
