import type { z } from 'zod';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';

/** In place of an answer: the effect stands, and the client hears nothing until it gives up. */
export const silence: unique symbol = Symbol('silence');

/** What HTTP 200 brings: an object to write as JSON, JSON that was written before, or `silence`. */
export type Answer = object | string | typeof silence;

/** What one call is answered under. */
export interface CallContext {
  readonly faults: Faults;
  readonly random: Random;
}

/** `name` is how faults and counts call it; `params` reads query, path and body together. */
export interface EndpointDefinition<Params> {
  readonly name: string;
  readonly methods: ReadonlyArray<'GET' | 'POST' | 'PUT' | 'DELETE'>;
  readonly paths: readonly string[];
  readonly params: z.ZodType<Params>;
  readonly answer: (params: Params, context: CallContext) => Answer;
  /** The answer to parameters that do not fit. */
  readonly invalid: (error: z.core.$ZodError) => object;
}

export interface Endpoint extends Pick<EndpointDefinition<never>, 'name' | 'methods' | 'paths'> {
  /** `params` as they came over the wire. */
  run(params: unknown, context: CallContext): Answer;
}

/** Hides the type of the parameters, so that endpoints fit into one list. */
export const endpoint = <Params>({ params, answer, invalid, ...rest }: EndpointDefinition<Params>): Endpoint => ({
  ...rest,
  run: (wire, context) => {
    const parsed = params.safeParse(wire);
    return parsed.success ? answer(parsed.data, context) : invalid(parsed.error);
  },
});

/** One line a fault, each with the name of its field. */
export const faultLines = (error: z.core.$ZodError): string[] =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
