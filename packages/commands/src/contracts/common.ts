import { z } from 'zod';

/** Whole minor units of a currency (ISO 4217). */
export const amount = () =>
  z.object({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/, 'it is no ISO 4217 code') });

/** RFC 3339, UTC. */
export const instant = () => z.iso.datetime();

/** An id of an entity or a checkout. */
export const id = () => z.string().min(1).max(128);

export const channel = () => z.enum(['APP', 'WEB', 'KIOSK', 'IN_STORE', 'DRIVE_THRU', 'CALL_CENTER', 'THIRD_PARTY']);

export const handoffMode = () => z.enum(['PICKUP', 'CURBSIDE', 'DRIVE_THRU', 'DINE_IN', 'DELIVERY']);
