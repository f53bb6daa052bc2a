import type { z } from 'zod';

/**
 * A command that one service gives another: `POST /internal/<name>`. Repeating it under the same key has one effect.
 * Refusals for business reasons are answers; only what could not be told is an error.
 */
export interface CommandContract<Input, Output> {
  /** Path below `/internal/`. */
  readonly name: string;
  /** The service that carries it out. */
  readonly service: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
}

/** Ties the types of a contract to its schemas. */
export const command = <Input, Output>(contract: CommandContract<Input, Output>): CommandContract<Input, Output> =>
  contract;

/** Where a command is served. */
export const pathOf = ({ name }: { readonly name: string }): string => `/internal/${name}`;
