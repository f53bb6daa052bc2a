/** Times are RFC 3339 in UTC. An order that was cancelled before it came has an id and a status, and nothing else. */
export const posSchema = `
CREATE TABLE IF NOT EXISTS orders (
  sequence INTEGER PRIMARY KEY, orderId TEXT NOT NULL UNIQUE, status TEXT NOT NULL, statusAt TEXT NOT NULL, reason TEXT,
  number TEXT, storeCode TEXT, handoffMode TEXT, businessDate TEXT, checkNumber INTEGER, promisedAt TEXT,
  submittedAt TEXT, spot TEXT, ticket TEXT, UNIQUE (storeCode, businessDate, checkNumber)
) STRICT;
CREATE INDEX IF NOT EXISTS orders_status ON orders (status, statusAt);
CREATE TABLE IF NOT EXISTS changes (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, orderId TEXT NOT NULL, status TEXT NOT NULL, at TEXT NOT NULL, reason TEXT
) STRICT;
`;
