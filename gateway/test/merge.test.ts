import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubgraphRequest } from '../src/apollo-types.ts';
import { createMerging, mergedRequest, type Send } from '../src/subgraph/merge.ts';

const operation = (name: string, selection: string): string =>
  `query ${name}($representations:[_Any!]!){_entities(representations:$representations){...on Customer{${selection}}}}`;

interface Planned {
  readonly name: string;
  readonly selection: string;
  readonly ids: readonly string[];
}

const fetchOf = ({ name, selection, ids }: Planned, context: object): SubgraphRequest =>
  ({
    context,
    request: { query: operation(name, selection), variables: { representations: ids.map((id) => ({ id })) } },
  }) as unknown as SubgraphRequest;

/** A subgraph that answers each entity with its id, refuses ids with an `x`, and counts what reaches it. */
const subgraph = () => {
  const received: string[][] = [];
  const send: Send = (fetches) => {
    const { representations } = mergedRequest(fetches).variables as { representations: { id: string }[] };
    const ids = representations.map(({ id }) => id);
    received.push(ids);
    return Promise.resolve({
      data: { _entities: ids.map((id) => (id.includes('x') ? null : { id })) },
      errors: ids.flatMap((id, index) =>
        id.includes('x') ? [{ message: id, path: ['_entities', index, 'id'], extensions: { code: 'FORBIDDEN' } }] : [],
      ),
      extensions: { calls: received.length },
    });
  };
  return { received, send };
};

const planned = fc.record({
  name: fc.stringMatching(/^[A-Z]\w{0,5}$/),
  selection: fc.constantFrom('id', 'name'),
  ids: fc.array(fc.stringMatching(/^[a-cx]{1,3}$/), { minLength: 1, maxLength: 5 }),
});

describe('fetches of one request that ask the same of different entities', () => {
  it('are one request, and each gets the very answer that it would have got alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { minLength: 1, maxLength: 8 }), async (fetches) => {
        const { received, send } = subgraph();
        const ask = createMerging(send);
        const context = {};
        const answers = await Promise.all(fetches.map((fetch) => ask(fetchOf(fetch, context))));
        const alone = await Promise.all(fetches.map((fetch) => subgraph().send([fetchOf(fetch, {})])));
        expect(answers.map(({ data, errors }) => ({ data, errors }))).toStrictEqual(
          alone.map(({ data, errors }) => ({ data, errors })),
        );
        expect(received).toHaveLength(new Set(fetches.map(({ selection }) => selection)).size);
      }),
    );
  });

  it('stay apart from those of another request', async () => {
    const { received, send } = subgraph();
    const ask = createMerging(send);
    const fetch = { name: 'A', selection: 'id', ids: ['a'] };
    await Promise.all([ask(fetchOf(fetch, {})), ask(fetchOf(fetch, {}))]);
    expect(received).toStrictEqual([['a'], ['a']]);
  });

  it('fail together when the request fails', async () => {
    const ask = createMerging(() => Promise.reject(new Error('gone')));
    const context = {};
    const fetch = { name: 'A', selection: 'id', ids: ['a'] };
    const outcomes = await Promise.allSettled([ask(fetchOf(fetch, context)), ask(fetchOf(fetch, context))]);
    expect(outcomes.map(({ status }) => status)).toStrictEqual(['rejected', 'rejected']);
  });
});
