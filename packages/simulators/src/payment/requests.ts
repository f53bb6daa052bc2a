import { z } from 'zod';
import { faultLines } from '../core/endpoint.ts';
import { amountField } from './amounts.ts';
import { refusal } from './outcomes.ts';

export const merchantId = z.string().min(1);

/** A payment that the client names by the gateway's own number. */
export const referenceParams = z.object({
  merchid: merchantId,
  retref: z.string().min(1),
  amount: amountField().optional(),
});

export const invalidCall = (error: z.core.$ZodError): object => refusal('invalid', faultLines(error).join('; '));

/** Where one service of the gateway is found. */
export const service = (name: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', ...paths: string[]) => ({
  name,
  methods: [method],
  paths: paths.map((path) => `/cardconnect/rest/${path}`),
  invalid: invalidCall,
});
