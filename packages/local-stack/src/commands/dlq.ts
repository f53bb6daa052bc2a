import { busUrl, loadConfig } from '@qsr/config';
import { AppError } from '@qsr/errors';
import { listDeadLetters, openBus, redrive, showDeadLetter, type DeadLetter, type EventBus } from '@qsr/events';
import { dataDirectory } from '../data-directory.ts';
import { Problem } from '../problem.ts';
import { readRunningStack } from '../running.ts';
import { location } from './location.ts';
import { print } from './output.ts';

/** What the commands are about. */
export interface DlqFlags {
  readonly bus?: string;
  readonly consumer?: string;
  readonly all?: boolean;
}

const environment = { ...location, BUS_URL: busUrl().optional().describe('The bus whose dead letters are meant') };

const namedBus = async ({ bus }: DlqFlags): Promise<string> => {
  const { BUS_URL, DATA_DIR } = loadConfig('dlq', environment);
  return bus ?? BUS_URL ?? (await readRunningStack(dataDirectory(DATA_DIR))).bus;
};

/** Works on the bus and says in a sentence what is wrong with it, or with what was asked of it. */
const onBus = async <T>(flags: DlqFlags, work: (bus: EventBus) => Promise<T>): Promise<T> => {
  const url = await namedBus(flags);
  let bus: EventBus | undefined;
  try {
    bus = openBus(url);
    return await work(bus);
  } catch (error) {
    if (error instanceof AppError) throw new Problem(`The bus ${url} does not answer.`);
    if (error instanceof TypeError) throw new Problem(error.message);
    throw error;
  } finally {
    bus?.close();
  }
};

const line = ({ failedAt, consumer, type, id, receives, reason }: DeadLetter): string =>
  [failedAt, consumer, type, id, `${receives}×`, reason].join('  ');

const noLetter = (id: string): Problem => new Problem(`There is no dead letter ${id}. npm run dlq -- list shows all.`);

/** Prints one line for each dead letter; nothing when there is none. */
export const listLetters = async (flags: DlqFlags): Promise<void> => {
  const letters = await onBus(flags, (bus) => listDeadLetters(bus, { consumer: flags.consumer }));
  for (const letter of letters) print(line(letter));
};

/** Prints a dead letter as JSON, once for each consumer that could not act on it. */
export const showLetter = async ({ consumer, ...flags }: DlqFlags, id: string): Promise<void> => {
  const letters = await onBus(flags, (bus) => showDeadLetter(bus, { id, consumer }));
  if (letters.length === 0) throw noLetter(id);
  for (const { body, ...letter } of letters) {
    print(JSON.stringify(letter.event === undefined ? { ...letter, body } : letter, null, 2));
  }
};

/** Gives one dead letter back, or all. Throws `Problem` unless it was told which. */
export const redriveLetters = async ({ all = false, consumer, ...flags }: DlqFlags, id?: string): Promise<void> => {
  if (all === (id !== undefined)) throw new Problem('Name the id of a dead letter, or --all.');
  const letters = await onBus(flags, (bus) => redrive(bus, { id, consumer }));
  if (id !== undefined && letters.length === 0) throw noLetter(id);
  for (const letter of letters) print(line(letter));
  print(`${letters.length} given back.`);
};
