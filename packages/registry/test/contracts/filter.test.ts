import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeContract } from '../../src/contracts/compose-contract.ts';
import { contractSettings } from '../../src/contracts/settings.ts';
import { contractOf, coordinatesOf, supergraphOf, type Given } from './support.ts';

const internal: Given = { exclude: ['internal'] };

/** What is seen of a schema whose query has the fields besides `ok`. */
const seen = (sdl: string, settings: Given = internal) => {
  const contract = contractOf(sdl, settings);
  expect(contract.faults).toStrictEqual([]);
  return coordinatesOf(contract);
};

describe('exclusion', () => {
  it('leaves out a field and an argument, and keeps their neighbours', () => {
    const names = seen(`type Query {
      gone: Int @tag(name: "internal")
      stays(hidden: Int @tag(name: "internal"), shown: Int): Int @tag(name: "other")
    }`);
    expect(names).toEqual(expect.arrayContaining(['Query.stays', 'Query.stays(shown:)']));
    expect(names).not.toContain('Query.gone');
    expect(names).not.toContain('Query.stays(hidden:)');
  });

  it('leaves out values of an enum, and fields of an input that need not be given', () => {
    const names = seen(`type Query { find(by: Filter): Kind }
      enum Kind { SEEN HIDDEN @tag(name: "internal") }
      input Filter { seen: Int hidden: Int @tag(name: "internal") defaulted: Int! = 1 @tag(name: "internal") }`);
    expect(names).toEqual(expect.arrayContaining(['Kind.SEEN', 'Filter.seen']));
    expect(names).not.toContain('Kind.HIDDEN');
    expect(names).not.toContain('Filter.hidden');
    expect(names).not.toContain('Filter.defaulted');
  });

  it.each([
    ['an object', 'type Thing @tag(name: "internal") { id: ID }', 'thing: Thing'],
    [
      'an interface',
      'interface Thing @tag(name: "internal") { id: ID } type Some implements Thing { id: ID }',
      'thing: Thing',
    ],
    ['a union', 'union Thing @tag(name: "internal") = Some type Some { id: ID }', 'thing: Thing'],
    ['a scalar', 'scalar Thing @tag(name: "internal")', 'thing: Thing'],
    ['an enum', 'enum Thing @tag(name: "internal") { ONE }', 'thing: Thing'],
    ['an input', 'input Thing @tag(name: "internal") { id: ID }', 'thing(by: Thing): Int'],
  ])('leaves out %s with the tag when all that needs it has the tag as well', (_, type, field) => {
    const names = seen(`type Query { ok: Int ${field} @tag(name: "internal") } ${type}`);
    expect(names).toContain('Query.ok');
    expect(names).not.toContain('Thing');
  });

  it('counts one of several tags', () => {
    expect(seen('type Query { ok: Int gone: Int @tag(name: "other") @tag(name: "internal") }')).not.toContain(
      'Query.gone',
    );
  });

  it('counts the tags of any subgraph', () => {
    const one = 'type Query { ok: Int gone: Int @shareable }';
    const other = 'type Query { gone: Int @shareable @tag(name: "internal") }';
    const settings = contractSettings.parse(internal);
    const names = coordinatesOf(composeContract(parse(supergraphOf(one, other)), settings));
    expect(names).toContain('Query.ok');
    expect(names).not.toContain('Query.gone');
  });

  it('leaves out an object or interface without a field that stays, and a union without a member', () => {
    const names = seen(
      `type Query { ok: Int thing: Thing @tag(name: "internal") any: Any @tag(name: "internal") }
      interface Thing { id: ID @tag(name: "internal") }
      type Some implements Thing { id: ID @tag(name: "internal") }
      union Any = Some`,
      { exclude: ['internal'], hide_unreachable_types: false },
    );
    expect(names).not.toContain('Thing');
    expect(names).not.toContain('Some');
    expect(names).not.toContain('Any');
  });

  it('keeps a union and an interface that lose one of their types', () => {
    const names = seen(`type Query { any: Any thing: Thing }
      union Any = One | Two
      interface Thing { id: ID }
      type One implements Thing { id: ID }
      type Two implements Thing @tag(name: "internal") { id: ID }`);
    expect(names).toEqual(expect.arrayContaining(['Any', 'Thing', 'One']));
    expect(names).not.toContain('Two');
  });

  it('takes the mutation away with its last field', () => {
    const { schemas } = contractOf(
      'type Query { ok: Int } type Mutation { act: Int @tag(name: "internal") }',
      internal,
    );
    expect(schemas?.api.getMutationType()).toBeUndefined();
  });
});

describe('inclusion', () => {
  const sdl = `type Query { in(by: Filter, kind: Kind = ONE): Thing @tag(name: "open") out: Int }
    type Thing { id: ID @tag(name: "open") secret: Int both: Int @tag(name: "open") @tag(name: "closed") }
    type Whole @tag(name: "open") { a: Int b: Int }
    input Filter { a: Int }
    enum Kind { ONE TWO }`;

  it('keeps fields that have the tag or whose type has, and needs none on arguments, inputs and enums', () => {
    const names = seen(sdl, { include: ['open'] });
    expect(names).toEqual(expect.arrayContaining(['Query.in', 'Query.in(by:)', 'Filter.a', 'Kind.TWO', 'Thing.id']));
    expect(names).toEqual(expect.arrayContaining(['Whole.a', 'Whole.b', 'Thing.both']));
    expect(names).not.toContain('Query.out');
    expect(names).not.toContain('Thing.secret');
  });

  it('yields to exclusion', () => {
    expect(seen(sdl, { include: ['open'], exclude: ['closed'] })).not.toContain('Thing.both');
  });

  it('leaves out a union that has no included tag', () => {
    const names = seen(
      'type Query { ok: Int @tag(name: "open") any: Any } union Any = A type A { a: Int @tag(name: "open") }',
      {
        include: ['open'],
        hide_unreachable_types: false,
      },
    );
    expect(names).toContain('A');
    expect(names).not.toContain('Any');
  });
});

describe('types that nothing leads to', () => {
  const sdl = `type Query { ok(kind: Kind): Offer gone(by: Filter): Order @tag(name: "internal") }
    interface Node { id: ID! }
    type Offer implements Node { id: ID! next: Node @tag(name: "internal") }
    type Order implements Node { id: ID! state: State }
    enum State { OPEN } enum Kind { A } input Filter { a: Int }`;

  it('go, also where they share an interface with one that stays', () => {
    const names = seen(sdl);
    expect(names).toEqual(expect.arrayContaining(['Offer', 'Node', 'Kind']));
    for (const name of ['Order', 'State', 'Filter']) expect(names).not.toContain(name);
  });

  it('stay where the settings say so', () => {
    expect(seen(sdl, { exclude: ['internal'], hide_unreachable_types: false })).toEqual(
      expect.arrayContaining(['Order', 'State', 'Filter']),
    );
  });

  it('do not count where a field of an interface leads to them', () => {
    const names = seen(sdl.replace('next: Node @tag(name: "internal")', 'next: Node'));
    expect(names).toEqual(expect.arrayContaining(['Order', 'State']));
  });
});
