import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../exit-codes.ts';
import { readTextIfAny } from '../project/read-text.ts';

const MARK = 'Written by `supergraph rover-plugin install`';

/** Where Rover looks for its composition binaries. */
export const roverBinFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  env['APOLLO_NODE_MODULES_BIN_DIR'] ?? join(env['APOLLO_HOME'] ?? (homedir() || userInfo().homedir), '.rover', 'bin');

/** What is put into Rover's folder. */
export interface RoverPlugin {
  readonly folder: string;
  /** The version of federation that Rover will take it for. */
  readonly version: string;
  /** The command and its leading arguments, as absolute paths. */
  readonly command: readonly string[];
  /** Also over a binary that is not ours. */
  readonly force: boolean;
}

const quoted = (word: string): string => `'${word.replace(/'/g, `'\\''`)}'`;

const isOurs = async (path: string): Promise<boolean> => {
  try {
    return (await readTextIfAny(path))?.includes(MARK) ?? true;
  } catch (error) {
    // A binary of Apollo's is no text.
    if (error instanceof InputError) return false;
    throw error;
  }
};

/** Writes the binary, which is a script that calls us, and returns its path. Throws `InputError`. */
export const installRoverPlugin = async ({ folder, version, command, force }: RoverPlugin): Promise<string> => {
  if (process.platform === 'win32') {
    throw new InputError('Rover wants an .exe on Windows; this is a script. Use `supergraph compose` there.');
  }
  const path = join(folder, `supergraph-v${version}`);
  if (!force && !(await isOurs(path))) {
    throw new InputError(`${path} is another composer. Remove it, or replace it with --force.`);
  }
  const script = `#!/bin/sh\n# ${MARK}: Rover composes with it when it is told to --skip-update.\nexec ${command.map(quoted).join(' ')} "$@"\n`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, script);
    await chmod(path, 0o755);
  } catch (cause) {
    throw new InputError(`${path} cannot be written.`, { cause });
  }
  return path;
};
