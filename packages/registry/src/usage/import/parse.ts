import { z } from 'zod';
import { InputError } from '../../exit-codes.ts';
import { describeIssues } from '../../project/issues.ts';

/** A number that may be written as text, as 64-bit numbers are. */
export const wholeNumber = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER));

/** Throws `InputError` that says what is wrong where. */
export const parseAs = <Schema extends z.ZodType>(schema: Schema, json: unknown, name: string): z.output<Schema> => {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const lines = describeIssues(parsed.error).map(({ message }) => `  ${message}`);
  throw new InputError(`The file looks like ${name}, but:\n${lines.join('\n')}\nExport it anew.`);
};
