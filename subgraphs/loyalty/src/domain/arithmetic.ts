/** floor(amount × factor ÷ divisor) of integers that are not negative, without a fraction on the way. */
export const portion = (amount: number, factor: number, divisor: number): number => {
  const product = amount * factor;
  return (product - (product % divisor)) / divisor;
};

/** The sum of a number that each value has. */
export const sumOf = <Value>(values: Iterable<Value>, numberOf: (value: Value) => number): number => {
  let sum = 0;
  for (const value of values) sum += numberOf(value);
  return sum;
};
