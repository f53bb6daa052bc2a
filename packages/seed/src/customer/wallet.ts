import type { Catalogue } from '../catalogue/catalogue.ts';
import { DAY, SECOND, calendarDate, instant } from '../kernel/time.ts';
import { compareText } from '../kernel/compare.ts';
import type { Id } from '../facts/common.ts';
import type { LedgerEntryFact, PointLotFact, TierFact } from '../facts/loyalty.ts';
import type { Person } from './person.ts';

/** A ledger entry that is about to be written. */
export interface Booking {
  readonly type: LedgerEntryFact['type'];
  readonly status?: LedgerEntryFact['status'];
  readonly points: number;
  readonly qualifyingPoints?: number;
  readonly orderId?: Id;
  readonly storeCode?: string;
  readonly reversalOf?: Id;
  readonly lotId?: Id;
  readonly description: string;
  /** Milliseconds since 1970; never before that of the booking before. */
  readonly at: number;
  /** What makes it this entry, for example `accrual:<order>`. */
  readonly businessKey: string;
  /** Days until a credit expires, if not the program's. */
  readonly lifeDays?: number;
}

/** One points wallet as time goes by. */
export interface Wallet {
  /** Expires what is due until then. */
  advance(at: number): void;
  book(booking: Booking): LedgerEntryFact;
  /** Sum of the lots, which is the posted balance; with `goodUntil` only of those that have not expired by then. */
  balance(goodUntil?: number): number;
  /** When the newest entry occurred; 0 for none. */
  lastAt(): number;
  qualifyingPoints(at: number): number;
  tier(at: number): TierFact;
  entries(): readonly LedgerEntryFact[];
  lots(): readonly PointLotFact[];
}

/** How long the legacy system takes to post. */
const POSTING = 2 * SECOND;

/** First moment at which a lot is gone: it may be spent all through its last day. */
const goneAt = ({ expiresOn }: PointLotFact): number => Date.parse(`${expiresOn}T00:00:00.000Z`) + DAY;

class PointWallet implements Wallet {
  readonly #person: Person;
  readonly #program: Catalogue['program'];
  readonly #accountId: Id;
  readonly #entries: LedgerEntryFact[] = [];
  #lots: readonly PointLotFact[] = [];

  constructor(person: Person, { program }: Catalogue, accountId: Id) {
    this.#person = person;
    this.#program = program;
    this.#accountId = accountId;
  }

  advance(at: number): void {
    for (const lot of this.#lots.filter((candidate) => goneAt(candidate) <= at)) {
      this.book({
        type: 'EXPIRATION',
        points: -lot.remaining,
        lotId: lot.id,
        description: `${this.#program.pointsName} expired`,
        at: goneAt(lot),
        businessKey: `expire:${lot.id}`,
      });
    }
  }

  book(booking: Booking): LedgerEntryFact {
    const entry = this.#entryOf(booking);
    this.#entries.push(entry);
    if (entry.status !== 'POSTED') return entry;
    if (entry.points > 0) this.#addLot(entry, booking.at);
    else this.#consume(entry);
    return entry;
  }

  balance(goodUntil = 0): number {
    return this.#lots.reduce((sum, lot) => (goneAt(lot) > goodUntil ? sum + lot.remaining : sum), 0);
  }

  lastAt(): number {
    return Date.parse(this.#entries.at(-1)?.occurredAt ?? instant(0));
  }

  qualifyingPoints(at: number): number {
    const from = instant(at - this.#program.qualificationDays * DAY);
    return this.#entries
      .filter(({ status, occurredAt }) => status === 'POSTED' && occurredAt >= from)
      .reduce((sum, entry) => sum + entry.qualifyingPoints, 0);
  }

  tier(at: number): TierFact {
    const points = this.qualifyingPoints(at);
    const reached = this.#program.tiers.findLast(
      ({ qualifyingPointsThreshold }) => qualifyingPointsThreshold <= points,
    );
    if (reached === undefined) throw new RangeError('The lowest tier must start at 0.');
    return reached;
  }

  entries(): readonly LedgerEntryFact[] {
    return this.#entries;
  }

  lots(): readonly PointLotFact[] {
    return this.#lots;
  }

  #entryOf(booking: Booking): LedgerEntryFact {
    const { status = 'POSTED', points, at } = booking;
    const posted = status === 'POSTED';
    const lifeDays = booking.lifeDays ?? this.#program.pointsLifeDays;
    return {
      id: this.#person.newId('led', at, booking.businessKey),
      accountId: this.#accountId,
      type: booking.type,
      status,
      walletCode: this.#program.wallet.code,
      points,
      qualifyingPoints: booking.qualifyingPoints ?? 0,
      orderId: booking.orderId ?? null,
      storeCode: booking.storeCode ?? null,
      reversalOf: booking.reversalOf ?? null,
      lotId: booking.lotId ?? null,
      description: booking.description,
      occurredAt: instant(at),
      postedAt: posted ? instant(booking.type === 'EXPIRATION' ? at : at + POSTING) : null,
      expiresOn: points > 0 ? calendarDate(at + lifeDays * DAY) : null,
      legacyTransactionId: posted ? legacyTransactionId(this.#person.index, this.#entries.length) : null,
    };
  }

  #addLot(entry: LedgerEntryFact, at: number): void {
    if (entry.expiresOn === null) return;
    const lot: PointLotFact = {
      id: this.#person.newId('lot', at, entry.id),
      entryId: entry.id,
      earned: entry.points,
      remaining: entry.points,
      expiresOn: entry.expiresOn,
    };
    this.#lots = [...this.#lots, lot].sort((one, other) => compareText(one.expiresOn, other.expiresOn));
  }

  /** A reversal takes from the lot of the entry it reverses, an expiry from its own, everything else FIFO by expiry. */
  #consume(entry: LedgerEntryFact): void {
    const own = ({ id, entryId }: PointLotFact): boolean => id === entry.lotId || entryId === entry.reversalOf;
    let due = -entry.points;
    const left = new Map<Id, number>();
    for (const lot of [...this.#lots.filter(own), ...this.#lots.filter((other) => !own(other))]) {
      const taken = Math.min(due, lot.remaining);
      due -= taken;
      left.set(lot.id, lot.remaining - taken);
    }
    if (due > 0) throw new RangeError(`Wallet of customer ${this.#person.index} would go negative.`);
    this.#lots = this.#lots
      .map((lot) => ({ ...lot, remaining: left.get(lot.id) ?? lot.remaining }))
      .filter(({ remaining }) => remaining > 0);
  }
}

/** 64-bit numbers well beyond 2^53, unique over all customers. */
const legacyTransactionId = (index: number, position: number): string =>
  (7_100_000_000_000_000_000n + BigInt(index) * 1_000n + BigInt(position)).toString();

/** Throws RangeError when a debit exceeds the balance: facts with a negative wallet must not exist. */
export const createWallet = (person: Person, catalogue: Catalogue, accountId: Id): Wallet =>
  new PointWallet(person, catalogue, accountId);
