import { expect, it } from 'vitest';
import { Money } from '../src/index.ts';

it('money carries the decimals of its currency', () => {
  expect(['USD', 'JPY', 'KWD'].map((currency) => Money.exponent({ currency }))).toStrictEqual([2, 0, 3]);
});
