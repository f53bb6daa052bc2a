import { z } from 'zod';

/** One decision of a customer. Without a channel it holds for all of them. */
export const consent = z.object({
  purpose: z.enum(['MARKETING', 'PERSONALIZATION', 'ANALYTICS', 'THIRD_PARTY_SHARING']),
  channel: z.enum(['EMAIL', 'SMS', 'PUSH']).nullable(),
  granted: z.boolean(),
});
