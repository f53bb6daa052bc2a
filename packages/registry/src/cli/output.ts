import { writeFile } from 'node:fs/promises';
import { InputError } from '../exit-codes.ts';

export const tell = (line: string): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Writes what a command makes to a file. Throws `InputError`, which names the option or setting that says where. */
export const writeOutput = async (text: string, out: string, what: string): Promise<void> => {
  try {
    await writeFile(out, text);
  } catch (cause) {
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    throw new InputError(`${what}: ${out} cannot be written${reason}.`, { cause });
  }
};
