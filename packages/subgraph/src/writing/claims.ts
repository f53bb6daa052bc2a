import { setTimeout as pause } from 'node:timers/promises';
import type { Json, Stored, Table, TableSpec } from '@qsr/store';
import { after } from '../instants.ts';
import { fingerprintOf, type CallFingerprint, type MutationCall } from './call.ts';
import { derivedUlid } from './derived-id.ts';

/**
 * A call of a mutation that brings an aggregate into being. It is decided here, in one item, which twin of a call acts
 * and what they all answer. Instants are RFC 3339 in UTC.
 */
export interface ClaimItem extends CallFingerprint {
  /** Whoever acts has until then; afterwards another one takes over, and finds what was done under the derived id. */
  readonly leasedUntil: string;
  /** Absent while the call is under way. */
  readonly outcome?: Json | undefined;
  readonly expiresAt: string;
}

/** Belongs into the tables of every subgraph that has such mutations. */
export const claimsTable: TableSpec<ClaimItem> = {
  name: 'idempotency-claims',
  key: { partition: 'key' },
  expiresAt: 'expiresAt',
};

const leaseMs = 10_000;
const keptMs = 48 * 3_600_000;

/** A mutation that brings an aggregate into being, or refuses to. */
export interface Creation<Outcome> {
  readonly claims: Table<ClaimItem>;
  readonly call: MutationCall;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /**
   * Does the work and answers what is remembered. May run again after a crash, with the same `ulid`: it first looks
   * whether the aggregate of that id is there.
   */
  readonly effect: (ulid: string) => Promise<Outcome>;
  /** True for a refusal that time may lift: it must not stick to the key. */
  readonly isPassing?: (outcome: Outcome) => boolean;
  /** How long to wait for a twin that is at it, in ms; default 3,000. */
  readonly patienceMs?: number;
}

/** How a creation ended. */
export type Created<Outcome> =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly replayed: boolean }
  | { readonly kind: 'key reused' }
  | { readonly kind: 'in progress' };

type Turn = { readonly mine: number } | { readonly theirs: Stored<ClaimItem> };

/** Takes the claim when nobody has it or its lease ran out; `mine` is its version. */
const takeTurn = async (table: Table<ClaimItem>, call: CallFingerprint, now: Date): Promise<Turn | undefined> => {
  const claim: ClaimItem = { ...call, leasedUntil: after(now, leaseMs), expiresAt: after(now, keptMs) };
  const present = await table.get({ partition: call.key });
  if (present === null) return (await table.create(claim)) ? { mine: 1 } : undefined;
  const isFree =
    present.input === call.input && present.outcome === undefined && Date.parse(present.leasedUntil) <= now.getTime();
  if (!isFree) return { theirs: present };
  return (await table.replace(claim, present.version)) ? { mine: present.version + 1 } : undefined;
};

/** What failed may be tried again at once. Should this fail too, the lease ends by itself. */
const giveBack = async (table: Table<ClaimItem>, key: string, version: number): Promise<void> => {
  await table.remove({ partition: key }, version).catch(() => false);
};

const lookEveryMs = 25;

/** Carries out a mutation that brings an aggregate into being once, whatever the number of its twins. */
export const createOnce = async <Outcome extends Json>(creation: Creation<Outcome>): Promise<Created<Outcome>> => {
  const { claims, call, now, signal, effect, isPassing, patienceMs = 3_000 } = creation;
  const fingerprint = fingerprintOf(call);
  const givesUpAt = performance.now() + patienceMs;

  while (!signal.aborted) {
    const turn = await takeTurn(claims, fingerprint, now());
    if (turn !== undefined && 'mine' in turn) {
      const outcome = await effect(derivedUlid(fingerprint.key)).catch(async (error: unknown) => {
        await giveBack(claims, fingerprint.key, turn.mine);
        throw error;
      });
      if (isPassing?.(outcome) === true) {
        await giveBack(claims, fingerprint.key, turn.mine);
        return { kind: 'done', outcome, replayed: false };
      }
      const expiresAt = after(now(), keptMs);
      const done = await claims.replace({ ...fingerprint, leasedUntil: expiresAt, outcome, expiresAt }, turn.mine);
      // Lost to a twin that took over: what counts is what the twin remembers.
      if (done) return { kind: 'done', outcome, replayed: false };
    } else if (turn !== undefined) {
      const { input, outcome } = turn.theirs;
      if (input !== fingerprint.input) return { kind: 'key reused' };
      if (outcome !== undefined) return { kind: 'done', outcome: outcome as Outcome, replayed: true };
      if (performance.now() >= givesUpAt) break;
      await pause(lookEveryMs);
    }
  }
  return { kind: 'in progress' };
};
