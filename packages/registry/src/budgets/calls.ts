import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../exit-codes.ts';
import { readTextIfAny } from '../project/read-text.ts';
import type { CallFigures } from './figures.ts';

const counts = z.record(z.string(), z.int().nonnegative());

/** Of the gateway's `extensions.calls`: reads and writes by table, requests by legacy system and endpoint. */
const recordedCalls = z.record(z.string(), z.object({ stores: counts, legacy: z.record(z.string(), counts) }));

type RecordedCalls = z.infer<typeof recordedCalls>;

const sum = (all: Readonly<Record<string, number>>): number =>
  Object.values(all).reduce((one, other) => one + other, 0);

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
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
  const text = await readTextIfAny(join(folder, file));
  if (text === undefined) return new Map();
  const parsed = recordedCalls.safeParse(parseJson(text, file));
  if (!parsed.success) throw new InputError(`${file}:\n${z.prettifyError(parsed.error)}`);
  return new Map(Object.entries(parsed.data).map(([id, calls]) => [id, totals(calls)]));
};
