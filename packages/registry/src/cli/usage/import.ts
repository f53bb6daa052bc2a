import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { readProject } from '../../project/read-project.ts';
import { readText } from '../../project/read-text.ts';
import { readExport, type ExportSource } from '../../usage/import/read-export.ts';
import { toRecording } from '../../usage/import/to-recording.ts';
import { usageSchema } from '../../usage/schema.ts';
import { tell } from '../output.ts';

/** Options of `supergraph usage import`. */
export interface UsageImportOptions {
  readonly config: string;
  readonly from: ExportSource;
  readonly schema?: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day?: string;
  readonly client?: string;
  readonly clientVersion?: string;
  readonly out?: string;
}

/** By the export and what was said of it: the same import twice is one file, and counts once. */
const fileNameOf = (text: string, { from, day, client, clientVersion }: UsageImportOptions): string => {
  const said = JSON.stringify([day, client, clientVersion]);
  return `import-${from}-${createHash('sha256').update(said).update(text).digest('hex').slice(0, 12)}.ndjson`;
};

/** Writes an export of Apollo or Hive in our format. */
export const runUsageImport = async (path: string, options: UsageImportOptions): Promise<ExitCode> => {
  const { from, day, client, clientVersion: version, schema } = options;
  const project = await readProject(options.config);
  const text = await readText(path, 'export');
  const at = day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`);
  const operations = readExport({ text, path, from }, { at, client, version, now: Date.now() });
  const recording = toRecording(operations, await usageSchema(project, schema === undefined ? {} : { schema }));
  const out = options.out ?? join(resolve(project.folder, project.usage.path), fileNameOf(text, options));
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, recording.toText());
  const requests = [...recording.counts].reduce((sum, { count }) => sum + count, 0);
  tell(`${out} written: ${recording.operations.size} operations, ${requests} requests.`);
  return exitCodes.good;
};
