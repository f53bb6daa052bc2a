import { expect, it } from 'vitest';
import { lintExample } from './support.ts';

const stores = (comment: string): string => `type Query {
  "The restaurants of the airport."${comment}
  stores: [Store!]
}

"A restaurant."
type Store {
  "Id of the store."
  id: ID!
}
`;

const found = (sdl: string, settings = {}) =>
  lintExample(sdl, settings).map(({ rule, place, message }) => ({ rule, line: place?.line, message }));

it('suppresses the named rule above the description, or between it and the field', () => {
  const comment = '# lint-disable-next-line LIST_UNBOUNDED: an airport has five at most';
  expect(found(stores(`\n  ${comment}`))).toStrictEqual([]);
  expect(found(stores('').replace('  "The', `  ${comment}\n  "The`))).toStrictEqual([]);
});

it('speaks of the next line that is more than a comment', () => {
  const comment = `
  # lint-disable-next-line LIST_UNBOUNDED, DESCRIPTION_MISSING: an airport has five at most

  # Not yet paged.`;
  expect(found(stores(comment))).toStrictEqual([]);
});

it('suppresses nothing further down', () => {
  const sdl = stores('').replace('type Query', '# lint-disable-next-line LIST_UNBOUNDED: too far away\ntype Query');
  expect(found(sdl).map(({ rule, line }) => ({ rule, line }))).toStrictEqual([
    { rule: 'SUPPRESSION', line: 1 },
    { rule: 'LIST_UNBOUNDED', line: 4 },
  ]);
});

it.each([
  ['without a reason', '# lint-disable-next-line LIST_UNBOUNDED', 'gives no reason'],
  ['with an empty reason', '# lint-disable-next-line LIST_UNBOUNDED:  ', 'gives no reason'],
  ['without a rule', '# lint-disable-next-line : because', 'names no rule'],
  ['of another rule', '# lint-disable-next-line TOTAL_COUNT: because', 'has nothing of TOTAL_COUNT to suppress'],
  ['of a rule that there is not', '# lint-disable-next-line LIST_ENDLESS: because', 'there is no such rule'],
])('is a finding itself %s', (_, comment, message) => {
  const findings = found(stores(`\n  ${comment}`));
  expect(findings.map(({ rule }) => rule)).toStrictEqual(['SUPPRESSION', 'LIST_UNBOUNDED']);
  expect(findings[0]).toMatchObject({ line: 3, message: expect.stringContaining(message) });
});

it('may suppress a rule that is off', () => {
  const comment = '\n  # lint-disable-next-line LIST_UNBOUNDED: an airport has five at most';
  expect(found(stores(comment), { LIST_UNBOUNDED: 'off' })).toStrictEqual([]);
});

it('is read from files with the line breaks of Windows too', () => {
  const comment = '\n  # lint-disable-next-line LIST_UNBOUNDED: an airport has five at most';
  expect(found(stores(comment).replaceAll('\n', '\r\n'))).toStrictEqual([]);
});
