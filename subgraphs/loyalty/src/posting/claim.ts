import type { AccountBooks } from '../domain/entries.ts';
import { isLeased, leased, postable } from '../domain/work.ts';

/** What whoever has an account may send: `repeated` when it may have been sent before. */
export interface Claim {
  readonly holder: string;
  readonly sends: ReadonlyArray<{ readonly id: string; readonly repeated: boolean }>;
}

/**
 * Makes an account the claimant's, if nobody has it. `version` is the one that the claim will replace: no two claims
 * of one version can be written, so that it names the holder.
 */
export const claimed = <Account extends AccountBooks & { readonly id: string }>(
  account: Account,
  version: number,
  now: Date,
): { readonly state: Account; readonly claim: Claim } | null => {
  if (isLeased(account, now)) return null;
  const holder = `${account.id}@${String(version)}`;
  const sends = postable(account, now).map(({ id, sent }) => ({ id, repeated: sent }));
  return { state: leased(account, holder, now), claim: { holder, sends } };
};
