import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { Progress } from './definition.ts';

/** Jars between two lines of progress. */
const REPORT_EVERY = 20;

const countJars = ({ report }: Progress): ((line: string) => void) => {
  let fetched = 0;
  return (line) => {
    if (!/Downloaded from .*\.jar/.test(line)) return;
    fetched += 1;
    if (fetched % REPORT_EVERY === 0) report(`${fetched} jars fetched`);
  };
};

/** Copies the dependencies that a pom.xml lists into a folder, unless this very list was copied before. */
export const copyDependencies = async (pom: string, folder: string, progress: Progress): Promise<void> => {
  const stamp = join(folder, '.complete');
  const wanted = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  progress.report('fetching with Maven');
  await rm(folder, { recursive: true, force: true });
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
  const { signal } = progress;
  await runCommand('mvn', ['--batch-mode', '--file', pom, ...goal], { signal, onLine: countJars(progress) });
  await writeFile(stamp, wanted);
};
