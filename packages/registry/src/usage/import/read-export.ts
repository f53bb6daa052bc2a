import { InputError } from '../../exit-codes.ts';
import { isTooDeep } from '../../project/parse-graphql.ts';
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

const notTooDeep = <Result>(path: string, read: () => Result): Result => {
  try {
    return read();
  } catch (cause) {
    if (isTooDeep(cause)) throw new InputError(`${path} is nested too deeply to be an export.`, { cause });
    throw cause;
  }
};

const formatOf = (json: unknown, path: string, from: ExportSource): ImportFormat => {
  const formats: readonly ImportFormat[] = exportFormats[from];
  const format = formats.find((candidate) => candidate.matches(json));
  if (format !== undefined) return format;
  const known = formats.map(({ name }) => name).join('; ');
  throw new InputError(`${path} is no export of ${from} that is read here. These are: ${known}.`);
};

/** Reads an export. Throws `InputError` for one that is of another kind, or damaged. */
export const readExport = (
  { text, path, from }: { readonly text: string; readonly path: string; readonly from: ExportSource },
  defaults: ImportDefaults,
): readonly ImportedOperation[] => {
  const json = parseJson(text, path);
  const format = notTooDeep(path, () => formatOf(json, path, from));
  try {
    return format.read(json, defaults);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${path}: ${error.message}`, { cause: error }) : error;
  }
};
