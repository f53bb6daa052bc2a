import { z } from 'zod';
import { InputError } from '../../exit-codes.ts';
import { isRecord } from '../../project/records.ts';
import type { ImportedOperation, ImportedUse, ImportFormat } from './imported.ts';
import { parseAs, wholeNumber } from './parse.ts';

const NAME = 'a usage report of Hive';

const metadata = z
  .looseObject({
    client: z.looseObject({ name: z.string().nullish(), version: z.string().nullish() }).nullish(),
  })
  .nullish();

const request = z.looseObject({
  operationMapKey: z.string(),
  /** Milliseconds since the epoch. */
  timestamp: wholeNumber.pipe(z.number().max(8_640_000_000_000_000)),
  execution: z.looseObject({ ok: z.boolean(), errorsTotal: wholeNumber.optional() }).optional(),
  metadata,
});

/** The body of a request to Hive's usage endpoint, version 2. */
const report = z.looseObject({
  map: z.record(
    z.string(),
    z.looseObject({
      operation: z.string(),
      operationName: z.string().nullish(),
      fields: z.array(
        z.string().regex(/^[_A-Za-z]\w*(?:\.[_A-Za-z]\w*){0,2}!?$/, 'it is no coordinate as Hive writes them'),
      ),
    }),
  ),
  operations: z.array(request).nullish(),
  subscriptionOperations: z.array(request).nullish(),
});

type Report = z.infer<typeof report>;
type Request = z.infer<typeof request>;

/** Hive writes `Query.offers.first`, and adds `!` where a value was really given. */
export const coordinateOfHive = (field: string): string => {
  const [type = '', name, argument] = field.replace(/!$/, '').split('.');
  if (name === undefined) return type;
  return argument === undefined ? `${type}.${name}` : `${type}.${name}(${argument}:)`;
};

const useOf = ({ timestamp, execution, metadata: about }: Request): ImportedUse => ({
  client: about?.client?.name ?? undefined,
  version: about?.client?.version ?? undefined,
  at: timestamp,
  count: 1,
  errors: execution?.ok === false || (execution?.errorsTotal ?? 0) > 0 ? 1 : 0,
});

const operationsOf = (
  { map, operations, subscriptionOperations }: Report,
  place: string,
): readonly ImportedOperation[] => {
  const uses = new Map<string, ImportedUse[]>(Object.keys(map).map((key) => [key, []]));
  for (const [index, asked] of [...(operations ?? []), ...(subscriptionOperations ?? [])].entries()) {
    const known = uses.get(asked.operationMapKey);
    if (known === undefined) {
      throw new InputError(
        `The file looks like ${NAME}, but ${place}operations[${index}] names ${JSON.stringify(asked.operationMapKey)}, which is not in its map.`,
      );
    }
    known.push(useOf(asked));
  }
  return Object.entries(map).map(([key, { operation, operationName, fields }]) => ({
    place: `${place}map.${key}`,
    name: operationName ?? undefined,
    text: operation,
    coordinates: fields.map(coordinateOfHive),
    uses: uses.get(key) ?? [],
  }));
};

const isReport = (json: unknown): boolean => isRecord(json) && 'map' in json;

/** One report, or a list of them. */
export const hiveReport: ImportFormat = {
  name: NAME,
  matches: (json) => (Array.isArray(json) ? json.length > 0 && json.every(isReport) : isReport(json)),
  read: (json) =>
    Array.isArray(json)
      ? parseAs(z.array(report), json, NAME).flatMap((one, index) => operationsOf(one, `[${index}].`))
      : operationsOf(parseAs(report, json, NAME), ''),
};
