/** A bad file, the command that reads it, and how that ends: its exit code and a part of what it says. */
export type Case = readonly [
  what: string,
  file: string,
  text: string | Uint8Array,
  command: string,
  code: number,
  says: string,
];

export const check = 'check --base main --no-usage';

export const nested = (open: string, depth: number, [inside, close] = ['', '']) =>
  open.repeat(depth) + inside + close.repeat(depth);
