import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listConnection, pageRequest } from '../src/index.ts';

const paging = { where: 'Query.things', list: 'things of ann', keyOf: (thing: string) => thing };
const limits = { where: 'Query.things', initial: 20, maximum: 50 };

describe('a list held in memory', () => {
  it('is walked whole, once and in order, whatever the page size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 50 }), (things, first) => {
        const seen: string[] = [];
        let after: string | null | undefined;
        do {
          const page = listConnection(things, pageRequest({ first, after }, limits), paging);
          seen.push(...page.edges.map(({ node }) => node));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        expect(seen).toStrictEqual(things);
      }),
    );
  });

  it('refuses the cursor of another list and one that was made up', () => {
    const cursor = listConnection(['a', 'b'], pageRequest({}, limits), paging).edges[0]!.cursor;
    const other = { ...paging, list: 'things of ben' };
    expect(() => listConnection(['a', 'b'], pageRequest({ after: cursor }, limits), other)).toThrow('another list');
    fc.assert(
      fc.property(fc.string(), (after) => {
        expect(() => listConnection(['a', 'b'], pageRequest({ after }, limits), paging)).toThrow('another list');
      }),
    );
  });

  it('refuses a page size out of range instead of clamping it', () => {
    for (const first of [0, -1, 51]) expect(() => pageRequest({ first }, limits)).toThrow(`${first} is out of range`);
    expect(pageRequest({ first: 50 }, limits).limit).toBe(50);
  });
});
