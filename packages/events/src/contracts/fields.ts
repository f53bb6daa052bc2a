import { z } from 'zod';

/** An id of this product: its kind, then what makes it unique. */
const idOf = (kind: string) =>
  z
    .string()
    .regex(new RegExp(`^${kind}_[\\w-]{1,120}$`))
    .describe(`id \`${kind}_…\``);

export const customerId = idOf('cus');
export const accountId = idOf('lac');
export const offerId = idOf('ofr');
export const customerOfferId = idOf('cof');
export const orderId = idOf('ord');
export const checkoutId = idOf('chk');
export const cartId = idOf('crt');
export const quoteId = idOf('qte');
export const storeId = idOf('sto');
/** An id or code whose form is its owner's own business. */
export const name = z.string().min(1).max(128).describe('text');
export const instant = z.iso.datetime({ offset: true }).describe('instant (RFC 3339)');
/** In the time zone of the programme. */
export const day = z.iso.date().describe('day (RFC 3339)');
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('currency (ISO 4217)');
/** 0 or more. */
export const amount = z.int().nonnegative().describe('minor units');
/** 0 or more; what they do to a balance is said by the type of the event. */
export const points = z.int().nonnegative().describe('points');
export const signedPoints = z.int().describe('points, below 0 when taken away');
export const channel = z.enum(['APP', 'WEB', 'KIOSK', 'IN_STORE', 'DRIVE_THRU', 'CALL_CENTER', 'THIRD_PARTY']);
export const handoffMode = z.enum(['PICKUP', 'CURBSIDE', 'DRIVE_THRU', 'DINE_IN', 'DELIVERY']);
