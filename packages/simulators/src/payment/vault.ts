import type { Book, Columns } from '../core/book.ts';

/** A stored card. `token` ends with the card's last four digits, unless it is a magic one. */
export interface CardRow {
  readonly sequence: number;
  /** 20 digits. */
  readonly profileid: string;
  /** Number within the profile, from `1`. */
  readonly acctid: string;
  readonly token: string;
  readonly accttype: 'VISA' | 'MC' | 'AMEX' | 'DISC';
  /** MMYY. */
  readonly expiry: string;
  readonly name: string;
  readonly walletpay: 0 | 1;
  readonly defaultacct: 0 | 1;
}

export type NewCard = Omit<CardRow, 'sequence'>;

const networks: Readonly<Record<string, CardRow['accttype']>> = { 3: 'AMEX', 4: 'VISA', 5: 'MC', 6: 'DISC' };

/** A token starts with 9 and the card's first digits; the magic ones tell nothing. */
export const accountTypeOf = (token: string): CardRow['accttype'] | undefined =>
  networks[/^9(\d)/.exec(token)?.[1] ?? ''];

/** Cards by profile. Every profile with a card has exactly one default card. */
export interface Vault {
  /** In order of storing; none for a profile that is not known. */
  cards(profileid: string): CardRow[];
  card(profileid: string, acctid: string): CardRow | undefined;
  /** Inserts or replaces the card of this number; as default it takes that from the others. */
  put(card: NewCard): void;
  /** Without `acctid`, the whole profile. */
  remove(profileid: string, acctid: string | undefined): void;
  /** A profile id that was never used. */
  newProfileId(): string;
}

const upsert = `INSERT INTO cards (profileid, acctid, token, accttype, expiry, name, walletpay, defaultacct)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (profileid, acctid) DO UPDATE SET token = excluded.token,
  accttype = excluded.accttype, expiry = excluded.expiry, name = excluded.name, defaultacct = excluded.defaultacct`;

const promoteOldest = `UPDATE cards SET defaultacct = 1
  WHERE sequence = (SELECT min(sequence) FROM cards WHERE profileid = ?1)
  AND NOT EXISTS (SELECT 1 FROM cards WHERE profileid = ?1 AND defaultacct = 1)`;

const PROFILE_BASE = 19_000_000_000_000_000_000n;

const rows = (found: Columns[]) => found as unknown as CardRow[];

export const createVault = (book: Book): Vault => ({
  cards: (profileid) => rows(book.all('SELECT * FROM cards WHERE profileid = ? ORDER BY sequence', profileid)),
  card: (profileid, acctid) =>
    rows(book.all('SELECT * FROM cards WHERE profileid = ? AND acctid = ?', profileid, acctid))[0],
  put: (card) => {
    if (card.defaultacct === 1) book.run('UPDATE cards SET defaultacct = 0 WHERE profileid = ?', card.profileid);
    book.run(
      upsert,
      ...[card.profileid, card.acctid, card.token, card.accttype],
      ...[card.expiry, card.name, card.walletpay, card.defaultacct],
    );
    book.run(promoteOldest, card.profileid);
  },
  remove: (profileid, acctid) => {
    book.run('DELETE FROM cards WHERE profileid = ?1 AND (?2 IS NULL OR acctid = ?2)', profileid, acctid ?? null);
    book.run(promoteOldest, profileid);
  },
  newProfileId: () => {
    book.run("INSERT OR IGNORE INTO settings VALUES ('profiles', '0')");
    book.run("UPDATE settings SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = 'profiles'");
    const used = book.one("SELECT value FROM settings WHERE name = 'profiles'")?.['value'] ?? 0;
    return String(PROFILE_BASE + BigInt(used.toString()));
  },
});
