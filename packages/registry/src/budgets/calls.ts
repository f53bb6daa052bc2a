import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../exit-codes.ts';
import { describeIssues } from '../project/issues.ts';
import { readTextIfAny } from '../project/read-text.ts';
import type { CallFigures } from './figures.ts';

const counts = z.record(z.string(), z.int().nonnegative());

/** Of the gateway's `extensions.calls`: reads and writes by table, requests by legacy system and endpoint. */
const recordedCalls = z.record(z.string(), z.object({ stores: counts, legacy: z.record(z.string(), counts) }));

type RecordedCalls = z.infer<typeof recordedCalls>;

const sum = (all: Readonly<Record<string, number>>): number =>
  Object.values(all).reduce((one, other) => one + other, 0);

const HOW_TO_MEND = 'Record a run anew, or remove the file.';

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`${file} is not JSON: ${reason}. ${HOW_TO_MEND}`, { cause });
  }
};

const totals = ({ stores, legacy }: RecordedCalls[string]): CallFigures => ({
  legacyCalls: Object.values(legacy).reduce((all, endpoints) => all + sum(endpoints), 0),
  storeCalls: sum(stores),
});

/**
 * The calls that were counted in a run, by operation; none when there is no recording. Throws `InputError` for a file that
 * is not of the shape.
 */
export const readCalls = async (folder: string, file: string): Promise<ReadonlyMap<string, CallFigures>> => {
  const text = await readTextIfAny(join(folder, file), 'calls');
  if (text === undefined) return new Map();
  const parsed = recordedCalls.safeParse(parseJson(text, file));
  if (!parsed.success) {
    const lines = describeIssues(parsed.error).map(({ message }) => `${file}: ${message}`);
    throw new InputError(`${lines.join('\n')}\n${HOW_TO_MEND}`);
  }
  return new Map(Object.entries(parsed.data).map(([id, calls]) => [id, totals(calls)]));
};
