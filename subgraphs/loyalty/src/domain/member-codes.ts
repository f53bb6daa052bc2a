import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a code can be scanned, in ms. */
const lifeMs = 5 * 60_000;

/** The prefix tells codes of this make from those of a later one. */
const form = /^(M1\.([^.]+)\.([0-9a-z]+))\.([\w-]+)$/;

const signatureOf = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A code for a scanner. `expiresAt` is RFC 3339. */
export interface MemberCode {
  readonly value: string;
  readonly expiresAt: string;
}

/** Codes that stand for an account for five minutes; nothing is stored. The first secret signs, all of them verify. */
export const createMemberCodes = (secrets: readonly string[]) => {
  const [newest] = secrets;
  if (newest === undefined) throw new RangeError('member codes need a secret');
  return {
    issue: (accountId: string, now: Date): MemberCode => {
      const expiresAt = new Date(now.getTime() + lifeMs);
      const text = `M1.${accountId}.${expiresAt.getTime().toString(36)}`;
      return { value: `${text}.${signatureOf(newest, text)}`, expiresAt: expiresAt.toISOString() };
    },
    /** The account of a code; null for one that is forged or has run out. */
    accountOf: (code: string, now: Date): string | null => {
      const [, text = '', accountId = '', expiresAt = '', signature = ''] = form.exec(code) ?? [];
      const genuine = secrets.some((secret) => isSame(signatureOf(secret, text), signature));
      return genuine && parseInt(expiresAt, 36) > now.getTime() ? accountId : null;
    },
  };
};

export type MemberCodes = ReturnType<typeof createMemberCodes>;
