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

/** Milliseconds that another service gets to answer what we can go on without. */
const patienceMs = 2_500;

/** How a question is sent: its key, and until when somebody waits for the answer. */
export const asking = (key: string, signal: AbortSignal) => ({
  key,
  signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
});
