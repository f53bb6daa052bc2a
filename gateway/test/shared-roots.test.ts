import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createKeyWidening, sharedRootsOf } from '../src/subgraph/shared-roots.ts';

const supergraph = parse(readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'));

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
    expect(widen('query Home__offers__1($n: Int) { mine: me { offers(first: $n) { edges { cursor } } } }')).toBe(
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

  it('are not asked again for a key that is there, nor for one whose name the client uses', () => {
    const widen = createKeyWidening(new Map([['me', ['id']]]));
    expect(widen('{ me { id } }')).toBe('{\n  me {\n    id\n  }\n}');
    expect(widen('{ me { id: name } }')).toBe('{\n  me {\n    id: name\n  }\n}');
  });

  it('are left alone in mutations and in fetches of entities', () => {
    const widen = createKeyWidening(new Map([['me', ['id']]]));
    expect(widen('mutation { me { name } }')).toBe('mutation {\n  me {\n    name\n  }\n}');
    const entities =
      'query ($representations: [_Any!]!) {\n  _entities(representations: $representations) {\n    __typename\n  }\n}';
    expect(widen(entities)).toBe(entities);
  });
});
