import { InputError } from '../../exit-codes.ts';
import { apolloCoordinates, apolloOperations } from './apollo-report.ts';
import { apolloManifest, documentMap } from './documents.ts';
import { hiveReport } from './hive.ts';
import type { ImportDefaults, ImportedOperation, ImportFormat } from './imported.ts';

/** What can be read, by whom it is of. */
export const exportFormats = {
  apollo: [apolloManifest, apolloOperations, apolloCoordinates, documentMap],
  hive: [hiveReport, documentMap],
} as const satisfies Record<string, readonly ImportFormat[]>;

export type ExportSource = keyof typeof exportFormats;

const parseJson = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`${path} is not JSON: ${reason}`, { cause });
  }
};

/** Reads an export. Throws `InputError` for one that is of another kind, or damaged. */
export const readExport = (
  { text, path, from }: { readonly text: string; readonly path: string; readonly from: ExportSource },
  defaults: ImportDefaults,
): readonly ImportedOperation[] => {
  const json = parseJson(text, path);
  const formats: readonly ImportFormat[] = exportFormats[from];
  const format = formats.find((candidate) => candidate.matches(json));
  if (format === undefined) {
    const known = formats.map(({ name }) => name).join('; ');
    throw new InputError(`${path} is no export of ${from} that is read here. These are: ${known}.`);
  }
  try {
    return format.read(json, defaults);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${path}: ${error.message}`, { cause: error }) : error;
  }
};
