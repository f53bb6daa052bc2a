import { AppError } from '@qsr/errors';

/** What another service answers; `silent` when it does not, so that we can go on without it. */
export const ask = async <Answer>(answer: Promise<Answer>): Promise<Answer | 'silent'> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('DOWNSTREAM_')) return 'silent';
    throw error;
  }
};
