import { expect, it } from 'vitest';
import { createMemberCodes } from '../src/domain/member-codes.ts';

const [oldSecret, newSecret] = ['an-old-secret-that-only-tests-use-01', 'a-new-secret-that-only-tests-use-001'];
const now = new Date('2026-03-01T12:00:00.000Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);

it('a code stands for its account for five minutes', () => {
  const codes = createMemberCodes([newSecret]);
  const { value, expiresAt } = codes.issue('lac_1', now);
  expect(expiresAt).toBe('2026-03-01T12:05:00.000Z');
  expect(codes.accountOf(value, later(299_999))).toBe('lac_1');
  expect(codes.accountOf(value, later(300_000))).toBeNull();
});

it('a code of the secret before is honoured, one of a stranger or with another account is not', () => {
  const { value } = createMemberCodes([oldSecret]).issue('lac_1', now);
  expect(createMemberCodes([newSecret, oldSecret]).accountOf(value, now)).toBe('lac_1');
  expect(createMemberCodes([newSecret]).accountOf(value, now)).toBeNull();
  expect(createMemberCodes([oldSecret]).accountOf(value.replace('lac_1', 'lac_2'), now)).toBeNull();
  expect(createMemberCodes([oldSecret]).accountOf('nonsense', now)).toBeNull();
});
