import { expect } from 'vitest';
import { unique, type Cases, type Thing } from './fixture.ts';

const REFUSED: Readonly<Record<string, object>> = {
  'an empty key attribute': { id: '' },
  'a missing sort key': { at: undefined },
  'an empty index attribute': { owner: '', rank: 'a' },
  'a null index attribute': { kind: null },
  'a lone surrogate in a key': { at: '\ud800' },
  'a number that is none': { count: NaN },
  'an integer beyond the safe ones': { count: 2 ** 53 },
  'a date': { data: new Date(0) },
  'a name that is the store\u2019s own': { _expires: 1 },
};

export const validation: Cases = {
  ...Object.fromEntries(
    Object.entries(REFUSED).map(([what, part]) => [
      `refuses ${what} before the database sees it`,
      async ({ things, store }) => {
        const item = { id: unique(), at: 'a', ...part } as Thing;

        await expect((async () => things.create(item))()).rejects.toMatchObject({
          code: 'INTERNAL_SERVER_ERROR',
          message: /^table things: /,
        });
        await store.ping();
      },
    ]),
  ),

  'keeps items of up to 400 KB and refuses larger ones with a code': async ({ things }) => {
    const id = unique();
    const large: Thing = { id, at: 'a', data: { text: 'é'.repeat(199 * 1024) } };
    const tooLarge: Thing = { id, at: 'b', data: { text: 'é'.repeat(200 * 1024) } };

    expect(await things.create(large)).toBe(true);
    expect(await things.get({ partition: id, sort: 'a' })).toEqual({ ...large, version: 1 });
    await expect((async () => things.create(tooLarge))()).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    await expect((async () => things.replace({ ...tooLarge, at: 'a' }, 1))()).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
  },

  'drops undefined members': async ({ things }) => {
    const id = unique();
    const item = { id, at: 'a', kind: undefined, data: { gone: undefined, kept: [1] } };
    await things.create(item as unknown as Thing);

    expect(Object.entries((await things.get({ partition: id, sort: 'a' })) ?? {}).toSorted()).toEqual([
      ['at', 'a'],
      ['data', { kept: [1] }],
      ['id', id],
      ['version', 1],
    ]);
  },
};
