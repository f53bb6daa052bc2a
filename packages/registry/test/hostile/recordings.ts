import { gzipSync } from 'node:zlib';
import type { Case } from './case.ts';

const today = new Date().toISOString().slice(0, 10);
const header = '{"format":"qsr-usage","version":1}';
const asked = `{"day":"${today}","operation":"a","client":"web","version":"1","count":1,"errors":0,"first":"${today}T00:00:00Z","last":"${today}T00:00:00Z"}`;

export const recordings: readonly Case[] = [
  [
    'a gzip',
    'usage/a.ndjson',
    gzipSync(header),
    'check --base main',
    0,
    'could not be read, first usage/a.ndjson:1: it is',
  ],
  ['a folder', 'usage/b.ndjson/x', '', 'check --base main', 3, 'usage/b.ndjson cannot be read. Is it a file'],
  [
    'requests of what nothing describes',
    'usage/c.ndjson',
    `${header}\n${asked}\n{"operation":"a","name`,
    'check --base main',
    0,
    'and no line says what that asks for, so everything may be in use',
  ],
  [
    'a place that is a folder',
    'export.json',
    '{"a":"query A($id: ID!) { product(id: $id) { id } }"}',
    'usage import export.json --from hive --out .',
    3,
    '. cannot be used: EISDIR',
  ],
  ['a gzip', 'export.json', gzipSync('{}'), 'usage import export.json --from hive', 3, 'is not UTF-8 text'],
];
