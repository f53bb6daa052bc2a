import type { Use, WalletEntry } from './customer-offer.ts';
import type { Line, Reservation } from './reservation.ts';

/** A claim of a promo code by its customer, from the intent on. The wallet decides, the code's counter follows. */
export interface CodeClaim {
  readonly code: string;
  readonly offerId: string;
  /** Token of the try that counts. */
  readonly token: number;
  readonly status: 'INTENT' | 'DONE' | 'FAILED';
  /** Which call makes it. */
  readonly call: string;
  /** Until when whoever tries may take; afterwards another one tries. */
  readonly until: string;
}

type Entries = readonly WalletEntry[];

/** The customer's entry of an offer; null when they have done nothing with it. */
export const entryOf = (entries: Entries, offerId: string): WalletEntry | null =>
  entries.find((entry) => entry.offerId === offerId) ?? null;

const isBlank = ({ activatedAt, revoked, uses, byCode, counting }: WalletEntry): boolean =>
  activatedAt === null && !revoked && uses.length === 0 && byCode === undefined && counting === undefined;

/** Puts an entry in its place. One that says nothing goes, so that it does not show an offer that was never touched. */
export const withEntry = (entries: Entries, entry: WalletEntry): Entries => {
  const others = entries.filter(({ offerId }) => offerId !== entry.offerId);
  if (isBlank(entry)) return others.length === entries.length ? entries : others;
  return others.length === entries.length
    ? [...entries, entry]
    : entries.map((present) => (present.offerId === entry.offerId ? entry : present));
};

const newEntry = (offerId: string): WalletEntry => ({ offerId, activatedAt: null, revoked: false, uses: [] });

const withUses = (entries: Entries, offerId: string, change: (uses: readonly Use[]) => readonly Use[]): Entries => {
  const entry = entryOf(entries, offerId) ?? newEntry(offerId);
  return withEntry(entries, { ...entry, uses: change(entry.uses) });
};

type Taking = Pick<Reservation, 'checkoutId' | 'attempt' | 'lines'>;

/** Whoever was overtaken neither takes the place of a later try nor undoes what is final. */
const standsBefore = (present: Use | undefined, attempt: number): boolean =>
  present !== undefined && (present.status === 'COMMITTED' || (present.attempt ?? 0) > attempt);

const reservedUse = (
  { redemptionId, uses }: Line,
  { checkoutId, attempt }: Taking,
  { at, until }: { readonly at: string; readonly until: string },
): Use => ({
  redemptionId,
  status: 'RESERVED',
  at,
  reservedUntil: until,
  count: uses === 1 ? undefined : uses,
  checkoutId,
  attempt,
});

/** The uses of a checkout, reserved until an instant; its own earlier ones are replaced. Both instants RFC 3339. */
export const withReservedUses = (
  entries: Entries,
  taking: Taking,
  span: { readonly at: string; readonly until: string },
): Entries =>
  taking.lines.reduce(
    (all, line) =>
      withUses(all, line.offerId, (uses) => {
        const present = uses.find(({ redemptionId }) => redemptionId === line.redemptionId);
        if (standsBefore(present, taking.attempt)) return uses;
        const others = uses.filter((use) => use !== present);
        return [...others, reservedUse(line, taking, { ...span, at: present?.at ?? span.at })];
      }),
    entries,
  );

/** Without the uses of a checkout up to one of its tries; a later try keeps what it took. */
export const withoutUses = (entries: Entries, lines: readonly Line[], attempt = Infinity): Entries =>
  lines.reduce(
    (all, { offerId, redemptionId }) =>
      withUses(all, offerId, (present) =>
        present.filter((use) => use.redemptionId !== redemptionId || (use.attempt ?? 0) > attempt),
      ),
    entries,
  );

/** Makes the uses of lines final where they are there. It never brings one back that was given back since. */
export const withCommittedUses = (entries: Entries, lines: readonly Line[]): Entries =>
  lines.reduce(
    (all, { offerId, redemptionId }) =>
      withUses(all, offerId, (present) =>
        present.map((use) =>
          use.redemptionId === redemptionId ? { ...use, status: 'COMMITTED', reservedUntil: null } : use,
        ),
      ),
    entries,
  );

/** True when every use of a checkout is in the wallet, lapsed or not: nobody else has been given its place. */
export const hasUses = (entries: Entries, lines: readonly Line[]): boolean =>
  lines.every(
    ({ offerId, redemptionId }) =>
      entryOf(entries, offerId)?.uses.some((use) => use.redemptionId === redemptionId) === true,
  );

/** Reserved uses of an offer whose time is up. */
export const lapsedUses = (entries: Entries, offerIds: readonly string[], now: Date): readonly Use[] =>
  entries
    .filter(({ offerId }) => offerIds.includes(offerId))
    .flatMap(({ uses }) => uses)
    .filter(({ reservedUntil }) => reservedUntil !== null && Date.parse(reservedUntil) <= now.getTime());

/** Settles uses whose time is up: those of checkouts that committed stay for good, all others go. */
export const withoutLapsed = (
  entries: Entries,
  lapsed: readonly Use[],
  isCommitted: (use: Use) => boolean,
): Entries => {
  const gone = new Set(lapsed.filter((use) => !isCommitted(use)).map(({ redemptionId }) => redemptionId));
  const kept = new Set(lapsed.filter(isCommitted).map(({ redemptionId }) => redemptionId));
  return entries.reduce<Entries>(
    (all, { offerId }) =>
      withUses(all, offerId, (uses) =>
        uses
          .filter(({ redemptionId }) => !gone.has(redemptionId))
          .map((use) =>
            kept.has(use.redemptionId) ? { ...use, status: 'COMMITTED' as const, reservedUntil: null } : use,
          ),
      ),
    entries,
  );
};

/** The offer activated; the customer is to be counted among those who did unless they were already. */
export const withActivation = (
  entries: Entries,
  offerId: string,
  { at, byCode }: { readonly at: string; readonly byCode: boolean },
): Entries => {
  const entry = entryOf(entries, offerId) ?? newEntry(offerId);
  return withEntry(entries, {
    ...entry,
    activatedAt: at,
    byCode: byCode || entry.byCode === true ? true : undefined,
    counting: entry.counting ?? { token: 0, done: false },
  });
};

/** The offer taken out again. Who was counted stays counted, and a promo code stays claimed. */
export const withoutActivation = (entries: Entries, offerId: string): Entries => {
  const entry = entryOf(entries, offerId);
  return entry === null ? entries : withEntry(entries, { ...entry, activatedAt: null });
};

/** Entries whose customer is still to be counted. */
export const uncounted = (entries: Entries): Entries => entries.filter(({ counting }) => counting?.done === false);
