import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { DataDirectory } from '../data-directory.ts';

/** Which seed a system holds. `store` tells when it was pointed at another database since. */
export interface SeededSystem {
  readonly customers: number;
  readonly store: string;
}

/** `anchor`: the UTC midnight that all dates of the data relate to, chosen at the first start and kept. */
export interface SeedRecord {
  readonly anchor: string;
  readonly customers: number;
  readonly systems: Readonly<Record<string, SeededSystem>>;
}

/** Nothing has happened after the anchor, so it is the midnight that began this day. */
const todayMidnight = (now: Date): string => `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;

/** The record of the directory; a new one for `customers` when nothing was seeded yet. */
export const readSeedRecord = async (data: DataDirectory, customers: number): Promise<SeedRecord> => {
  const text = await readFile(data.seedFile, 'utf8').catch(() => null);
  if (text === null) return { anchor: todayMidnight(new Date()), customers, systems: {} };
  return JSON.parse(text) as SeedRecord;
};

/** Synchronous, so that two systems that are done at once cannot write over each other. */
export const writeSeedRecord = (data: DataDirectory, record: SeedRecord): void => {
  writeFileSync(`${data.seedFile}.new`, JSON.stringify(record, null, 2));
  renameSync(`${data.seedFile}.new`, data.seedFile);
};
