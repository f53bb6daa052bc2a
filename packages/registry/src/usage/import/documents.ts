import { z } from 'zod';
import { isRecord } from '../../project/records.ts';
import type { ImportDefaults, ImportedOperation, ImportedUse, ImportFormat } from './imported.ts';
import { parseAs } from './parse.ts';

/**
 * Lists of operations that clients may send. They say nothing of how often and when anybody did: each counts as asked for
 * once, on the day that was given, else today.
 */
const useOf = ({ at, now, client, version }: ImportDefaults, clientName?: string | null): readonly ImportedUse[] => [
  { client: clientName ?? client, version, at: at ?? now, count: 1, errors: 0 },
];

const MANIFEST = 'a persisted query manifest';

const manifest = z.looseObject({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.looseObject({
      id: z.string(),
      body: z.string(),
      name: z.string().nullish(),
      clientName: z.string().nullish(),
    }),
  ),
});

/** What Apollo's clients and `rover persisted-queries generate` write. */
export const apolloManifest: ImportFormat = {
  name: MANIFEST,
  matches: (json) => isRecord(json) && json['format'] === 'apollo-persisted-query-manifest',
  read: (json, defaults) =>
    parseAs(manifest, json, MANIFEST).operations.map(({ name, body, clientName }, index): ImportedOperation => ({
      place: `operations[${index}]`,
      name: name ?? undefined,
      text: body,
      coordinates: undefined,
      uses: useOf(defaults, clientName),
    })),
};

const DOCUMENTS = 'persisted documents by their ids';

/** What the compiler of Relay writes, and what `rover persisted-queries publish` and `hive app:create` take. */
export const documentMap: ImportFormat = {
  name: DOCUMENTS,
  matches: (json) =>
    isRecord(json) && Object.keys(json).length > 0 && Object.values(json).every((text) => typeof text === 'string'),
  read: (json, defaults) =>
    Object.entries(parseAs(z.record(z.string(), z.string()), json, DOCUMENTS)).map(([id, text]): ImportedOperation => ({
      place: id,
      name: undefined,
      text,
      coordinates: undefined,
      uses: useOf(defaults),
    })),
};
