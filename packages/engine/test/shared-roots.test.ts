import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createKeyWidening, sharedRootsOf } from '../src/planner/shared-roots.ts';

const client = parse('{ me { offers { edges { cursor } } } }');
const supergraph = parse(readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8'));

describe('root fields that several subgraphs answer', () => {
  it('are told by the supergraph, with the key that each can add', () => {
    for (const name of ['profile', 'loyalty', 'offers', 'orders']) {
      expect([...sharedRootsOf(supergraph, name)]).toStrictEqual([['me', ['id']]]);
    }
    expect(sharedRootsOf(supergraph, 'content').size).toBe(0);
    expect(sharedRootsOf(supergraph, 'unknown').size).toBe(0);
  });

  it('are asked for the key besides what was planned; all else stays', () => {
    const widen = createKeyWidening(new Map([['me', ['id']]]));
    expect(
      widen('query Home__offers__1($n: Int) { mine: me { offers(first: $n) { edges { cursor } } } }', client),
    ).toBe(
      `query Home__offers__1($n: Int) {
  mine: me {
    id
    offers(first: $n) {
      edges {
        cursor
      }
    }
  }
}`,
    );
  });

  it('are not asked again for a key that is there, nor when the client uses its name for another field', () => {
    const widen = createKeyWidening(new Map([['me', ['id']]]));
    expect(widen('{ me { id } }', client)).toBe('{\n  me {\n    id\n  }\n}');
    const aliased = parse('{ me { offers { edges { cursor } } ...Name } } fragment Name on Customer { id: givenName }');
    expect(widen('{ me { offers { edges { cursor } } } }', aliased)).toBe('{ me { offers { edges { cursor } } } }');
  });

  it('are left alone in mutations and in fetches of entities', () => {
    const widen = createKeyWidening(new Map([['me', ['id']]]));
    expect(widen('mutation { me { name } }', client)).toBe('mutation {\n  me {\n    name\n  }\n}');
    const entities =
      'query ($representations: [_Any!]!) {\n  _entities(representations: $representations) {\n    __typename\n  }\n}';
    expect(widen(entities, client)).toBe(entities);
  });
});
