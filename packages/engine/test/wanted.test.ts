import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { compileRepresenting } from '../src/fetch/representation.ts';
import { Wanted } from '../src/fetch/wanted.ts';
import type { RequiredSelection } from '../src/plan.ts';
import { createTypeIndex } from '../src/types.ts';

const types = createTypeIndex(
  buildSchema(`
    type Query { items: [Item] }
    interface Item { id: ID! }
    type Book implements Item { id: ID! pages: Int size: Size }
    type Film implements Item { id: ID! }
    type Size { width: Int height: Int }
  `),
);
const id = { kind: 'field', from: 'id', key: 'id' } as const;
const size = { ...id, from: 'size', key: 'size', selections: [{ ...id, from: 'width', key: 'width' }] } as const;
const typename = { kind: 'field', from: '__typename', key: '__typename' } as const;

const wanted = (requires: readonly RequiredSelection[], rewrite?: (value: Record<string, unknown>) => void) =>
  new Wanted(
    { representing: compileRepresenting([typename, ...requires], types, rewrite), nowhere: [undefined, undefined] },
    false,
  );

const parsed = (all: Wanted) => JSON.parse(`[${all.list}]`) as Record<string, unknown>[];

const book = (rest: Record<string, unknown> = {}) => ({ __typename: 'Book', id: '1', ...rest });

it('asks once for what is named the same, and makes twins one', () => {
  const all = wanted([id]);
  const first = book();
  expect(all.add(first, 0, true)).toBeUndefined();
  expect(all.add(book(), 0, true)).toBe(first);
  expect(all.add(book({ id: '2' }), 0, true)).toBeUndefined();
  expect(all.list).toBe('{"__typename":"Book","id":"1"},{"__typename":"Book","id":"2"}');
});

it('keeps apart what is the same only by name, by path, or where the plan differs', () => {
  const all = wanted([id]);
  const [first, richer, elsewhere] = [book(), book({ pages: 7 }), book()];
  expect(all.add(first, 0, true)).toBeUndefined();
  expect(all.add(richer, 0, true)).toBeUndefined();
  expect(all.add(elsewhere, 1, true)).toBeUndefined();
  expect(all.add(book(), 1, false)).toBeUndefined();
  expect(all.entities).toHaveLength(1);
  expect(all.entities[0]?.targets).toEqual([
    [first, richer],
    [elsewhere, book()],
  ]);
});

it('makes no twins of objects that a rewrite names the same', () => {
  const all = wanted([id], (value) => {
    value['__typename'] = 'Item';
  });
  const film = { __typename: 'Film', id: '1' };
  expect(all.add(book(), 0, true)).toBeUndefined();
  expect(all.add(film, 0, true)).toBeUndefined();
  expect(all.list).toBe('{"__typename":"Item","id":"1"}');
  expect(all.entities[0]?.targets[0]).toEqual([book(), film]);
});

it('tells values apart as JSON does, and takes no object that lacks a part of its name', () => {
  const all = wanted([id, size]);
  const sizes = [{ width: 1, height: 2 }, { width: 1, height: 3 }, { width: '1' }, null, 'wide'];
  for (const each of sizes) all.add(book({ size: each }), 0, true);
  all.add(book(), 0, true);
  all.add({ id: '1', size: null }, 0, true);
  expect(parsed(all).map(({ size: value }) => value)).toEqual([{ width: 1 }, { width: '1' }, null]);
});

it('leaves out a fragment that lacks a field, as Apollo does, and takes no twin for it', () => {
  const fragment = (type: string, ...selections: RequiredSelection[]) =>
    ({ kind: 'fragment', type, selections }) as const;
  const pages = { ...id, from: 'pages', key: 'pages' } as const;
  const all = wanted([
    fragment('Book', pages),
    fragment('Item', id),
    { ...size, selections: [typename, fragment('Size', id)] },
  ]);
  const inner = { __typename: 'Size' };
  const objects = [
    { size: { ...inner, id: '7' } },
    { size: inner, pages: 1, title: 'One' },
    { size: [inner, 7], id: undefined, pages: 2 },
    { size: inner },
    {},
  ].map((each) => book(each));
  for (const object of objects) expect(all.add(object, 0, true)).toBeUndefined();
  expect(parsed(all)).toEqual([
    { __typename: 'Book', id: '1', size: { ...inner, id: '7' } },
    { __typename: 'Book', pages: 1, id: '1', size: inner },
    { __typename: 'Book', pages: 2, size: [inner, null] },
    { __typename: 'Book', id: '1', size: inner },
  ]);
  const flat = wanted([fragment('Book', pages), fragment('Item', id)]);
  const [one, other] = [book({ title: 'One' }), book({ title: 'Other' })];
  expect([flat.add(one, 0, true), flat.add(other, 0, true)]).toEqual([undefined, undefined]);
  expect(flat.entities).toHaveLength(1);
});
