import type { CommandContract } from '@qsr/commands';
import type { z } from 'zod';

type AnyContract = Pick<CommandContract<never, never>, 'name'> & {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
};

/** What a command is given. */
export type InputOf<Contract extends AnyContract> = z.output<Contract['input']>;

/** What it answers. */
export type OutputOf<Contract extends AnyContract> = z.output<Contract['output']>;
