import { expect, it } from 'vitest';
import { readArguments } from './options.ts';
import { planFaults, victims, type Kill } from './plan.ts';

const optionsOf = (...words: string[]) => readArguments(words).options;

it('a seed repeats its faults, and another one has others', () => {
  expect(planFaults(optionsOf('--seed', '7'))).toStrictEqual(planFaults(optionsOf('--seed', '7')));
  expect(planFaults(optionsOf('--seed', '8'))).not.toStrictEqual(planFaults(optionsOf('--seed', '7')));
});

it('every kind of process is killed as often as any other, and what stands beside them besides', () => {
  const kills = planFaults(optionsOf('--kills', '60')).filter((fault): fault is Kill => fault.kind === 'kill');
  for (const parts of Object.values(victims)) expect(kills.filter(({ part }) => parts.includes(part))).toHaveLength(10);
  const known = Object.values(victims).flat();
  const beside = kills.map(({ part }) => part).filter((part) => !known.includes(part));
  expect(beside).toHaveLength(15);
  expect(new Set(beside)).toStrictEqual(
    new Set(['profile', 'content', 'bus', 'legacy-payment', 'legacy-loyalty', 'pos']),
  );
});

it('options that make no sense are refused in words', () => {
  expect(() => readArguments(['--checkouts', 'many'])).toThrow(
    '--checkouts takes a whole number of at least 1, not "many".',
  );
  expect(() => readArguments(['--sed', '1'])).toThrow("'--sed'");
});
