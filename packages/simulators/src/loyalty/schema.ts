/** Points are hundredths, ids are digits as text, times are RFC 3339 in UTC. */
export const loyaltySchema = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS wallets (
  walletCode INTEGER PRIMARY KEY, name TEXT NOT NULL, redeemable INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS accounts (
  sequence INTEGER PRIMARY KEY, accountId TEXT NOT NULL UNIQUE, printedCardNumber TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL, tierCode INTEGER NOT NULL, tierLabel TEXT NOT NULL, enrolledOn TEXT NOT NULL,
  email TEXT, mobilePhone TEXT, customerNumber TEXT, optIn INTEGER NOT NULL, userFields TEXT NOT NULL, password TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS accounts_email ON accounts (email);
CREATE INDEX IF NOT EXISTS accounts_mobilePhone ON accounts (mobilePhone);
CREATE INDEX IF NOT EXISTS accounts_customerNumber ON accounts (customerNumber);
CREATE TABLE IF NOT EXISTS registrationCodes (printedCardNumber TEXT PRIMARY KEY, code TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS balances (
  accountId TEXT NOT NULL, walletCode INTEGER NOT NULL, points INTEGER NOT NULL, PRIMARY KEY (accountId, walletCode)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lots (
  sequence INTEGER PRIMARY KEY, accountId TEXT NOT NULL, walletCode INTEGER NOT NULL, expiresOn TEXT NOT NULL,
  points INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS lots_account ON lots (accountId, walletCode, expiresOn);
CREATE TABLE IF NOT EXISTS transactions (
  sequence INTEGER PRIMARY KEY, pxTransactionId TEXT NOT NULL UNIQUE, pxAuthCode TEXT NOT NULL, accountId TEXT NOT NULL,
  requestType TEXT NOT NULL, storeCode TEXT NOT NULL, businessDay TEXT NOT NULL, posTransactionId TEXT NOT NULL,
  occurredAt TEXT NOT NULL, reverses TEXT UNIQUE, reply TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS transactions_account ON transactions (accountId, occurredAt);
CREATE INDEX IF NOT EXISTS transactions_pos ON transactions (posTransactionId, storeCode);
CREATE INDEX IF NOT EXISTS transactions_time ON transactions (occurredAt);
CREATE TABLE IF NOT EXISTS movements (
  sequence INTEGER PRIMARY KEY, pxTransactionId TEXT NOT NULL, walletCode INTEGER NOT NULL,
  operationType INTEGER NOT NULL, points INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS movements_transaction ON movements (pxTransactionId);
INSERT OR IGNORE INTO wallets VALUES (1, 'Points', 1);
`;
