import { expect, it } from 'vitest';
import { createPace } from '../src/seeding/pace.ts';

it('a pace counts from the first call and tells the rest in seconds or minutes', () => {
  let now = 5_000;
  const pace = createPace(() => now);
  expect(pace(1_000, 10_000)).toBe('');
  now += 4_000;
  expect(pace(1_200, 10_000)).toBe('50/s, 3 min left');
  now += 4_000;
  expect(pace(9_000, 10_000)).toBe('1000/s, 1 s left');
  now += 1_000;
  expect(pace(10_000, 10_000)).toBe('1000/s');
});
