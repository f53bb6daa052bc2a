import { z } from 'zod';
import { LegacyFailure } from './failure.ts';

/** Reads a shape or throws `malformed`: an answer that we do not understand must not become a value. */
export const readShape = <T>(shape: z.ZodType<T>, document: unknown): T => {
  const parsed = shape.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new LegacyFailure('malformed', z.prettifyError(parsed.error), { cause: parsed.error });
};
