import { buildSchema, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { applyPermissions, everyone, withScope } from '../src/permissions.ts';

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
