import { GraphQLError } from 'graphql';
import type { Executor, ExecutorResult } from '../apollo-types.ts';
import { atAskedPlaces } from './error-places.ts';

const MISFITS = 'valueCompletion';

/** Values that do not fit the schema, as the executor reports them when nothing else went wrong. */
const misfitsIn = (extensions: ExecutorResult['extensions']): readonly GraphQLError[] => {
  const misfits: unknown = extensions?.[MISFITS];
  return Array.isArray(misfits) ? misfits.filter((misfit) => misfit instanceof GraphQLError) : [];
};

/**
 * Makes the executor's errors fit for clients: at places they asked for, and a value that a subgraph got wrong is an
 * error like every other, not a remark in `extensions`.
 */
export const createTidyExecutor =
  (execute: Executor): Executor =>
  async (request) => {
    const whole = await execute(request);
    if (whole.errors === undefined && whole.extensions === undefined) return whole;
    const { extensions, errors = [], ...result } = whole;
    const others = Object.entries(extensions ?? {}).filter(([name]) => name !== MISFITS);
    const found = atAskedPlaces([...errors, ...misfitsIn(extensions)], request, result.data);
    return {
      ...result,
      ...(found.length === 0 ? {} : { errors: found }),
      ...(others.length === 0 ? {} : { extensions: Object.fromEntries(others) }),
    };
  };
