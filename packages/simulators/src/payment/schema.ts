/** Amounts are minor units of their currency, times are RFC 3339 in UTC, flags are 0 or 1. */
export const paymentSchema = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS payments (
  sequence INTEGER PRIMARY KEY, retref TEXT NOT NULL UNIQUE, type TEXT NOT NULL, original TEXT,
  orderid TEXT NOT NULL, merchid TEXT NOT NULL, token TEXT NOT NULL, profileid TEXT, acctid TEXT, expiry TEXT NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, captured INTEGER NOT NULL, authcode TEXT NOT NULL,
  outcome TEXT NOT NULL, authorizedAt TEXT NOT NULL, capturedAt TEXT, settledAt TEXT, voidedAt TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS payments_order ON payments (orderid);
CREATE INDEX IF NOT EXISTS payments_original ON payments (original);
CREATE INDEX IF NOT EXISTS payments_time ON payments (authorizedAt);
CREATE INDEX IF NOT EXISTS payments_unsettled ON payments (capturedAt) WHERE settledAt IS NULL AND voidedAt IS NULL;
CREATE TABLE IF NOT EXISTS cards (
  sequence INTEGER PRIMARY KEY, profileid TEXT NOT NULL, acctid TEXT NOT NULL, token TEXT NOT NULL,
  accttype TEXT NOT NULL, expiry TEXT NOT NULL, name TEXT NOT NULL, walletpay INTEGER NOT NULL,
  defaultacct INTEGER NOT NULL, UNIQUE (profileid, acctid)
) STRICT;
`;
