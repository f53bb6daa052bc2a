import { z } from 'zod';
import { InputError } from '../../exit-codes.ts';
import { isRecord } from '../../project/records.ts';
import type { ImportedOperation, ImportFormat } from './imported.ts';
import { parseAs, wholeNumber } from './parse.ts';

const OPERATIONS = 'an answer of the GraphOS Platform API with topOperationsReport';
const COORDINATES = 'an answer of the GraphOS Platform API with schemaCoordinateInsightsTimeseriesReport';

/** Answers can have any selection around a report: where it is does not matter. */
const reportsNamed = (json: unknown, name: string): readonly unknown[] => {
  if (Array.isArray(json)) return json.flatMap((item) => reportsNamed(item, name));
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => (key === name ? [value] : reportsNamed(value, name)));
};

const topOperations = z.array(
  z.looseObject({
    name: z.string().nullish(),
    signature: z.string('ask for the signature of each operation as well'),
    requestCount: wholeNumber,
  }),
);

/** Operations with how often they were asked for, in a time that the query said and the answer does not. */
export const apolloOperations: ImportFormat = {
  name: OPERATIONS,
  matches: (json) => reportsNamed(json, 'topOperationsReport').length > 0,
  read: (json, { at, client, version }) => {
    if (at === undefined) {
      throw new InputError(
        `The file is ${OPERATIONS}, which does not say of when it is. Give its last day: --day YYYY-MM-DD.`,
      );
    }
    return reportsNamed(json, 'topOperationsReport')
      .flatMap((report) => parseAs(topOperations, report, OPERATIONS))
      .map(({ name, signature, requestCount }, index): ImportedOperation => ({
        place: `topOperationsReport[${index}]`,
        name: name ?? undefined,
        // GraphOS puts the name of the operation before the signature, as a comment.
        text: signature,
        coordinates: undefined,
        uses: [{ client, version, at, count: requestCount, errors: 0 }],
      }));
  },
};

const pair = z.looseObject({ type: z.string(), value: z.union([z.string(), z.number()]).nullish() });

const coordinateRecords = z.looseObject({
  records: z.array(
    z.looseObject({
      startTimestamp: z.iso.datetime({ offset: true }),
      endExclusiveTimestamp: z.iso.datetime({ offset: true }).nullish(),
      dimensions: z.array(pair),
      metrics: z.array(pair),
    }),
    'ask for the records; csv is not read',
  ),
});

const NAME = /^[_A-Za-z]\w*$/;

type Pairs = z.infer<typeof pair>[];
type CoordinateRecord = z.infer<typeof coordinateRecords>['records'][number];

const valueOf = (pairs: Pairs, type: string): string | undefined => {
  const value = pairs.find((one) => one.type === type)?.value ?? undefined;
  return value === undefined ? undefined : String(value);
};

const operationOf = (
  { startTimestamp, endExclusiveTimestamp, dimensions, metrics }: CoordinateRecord,
  place: string,
): ImportedOperation => {
  const type = valueOf(dimensions, 'NAMED_TYPE');
  const attribute = valueOf(dimensions, 'NAMED_ATTRIBUTE');
  const count = valueOf(metrics, 'REQUEST_COUNT');
  if (![type, attribute].every((name) => NAME.test(name ?? '')) || count === undefined) {
    throw new InputError(
      `The file looks like ${COORDINATES}, but ${place} lacks a dimension NAMED_TYPE or NAMED_ATTRIBUTE, or the metric REQUEST_COUNT.`,
    );
  }
  const end = endExclusiveTimestamp ?? undefined;
  const at = end === undefined ? Date.parse(startTimestamp) : Date.parse(end) - 1;
  const client = valueOf(dimensions, 'CLIENT_NAME');
  const version = valueOf(dimensions, 'CLIENT_VERSION');
  return {
    place,
    name: valueOf(dimensions, 'OPERATION_NAME'),
    text: undefined,
    coordinates: [`${type}.${attribute}`],
    uses: [{ client, version, at, count: parseAs(wholeNumber, count, `${COORDINATES} (${place})`), errors: 0 }],
  };
};

/** Fields, input fields and enum values with how often operations named them. */
export const apolloCoordinates: ImportFormat = {
  name: COORDINATES,
  matches: (json) => reportsNamed(json, 'schemaCoordinateInsightsTimeseriesReport').length > 0,
  read: (json) =>
    reportsNamed(json, 'schemaCoordinateInsightsTimeseriesReport')
      .flatMap((report) => parseAs(coordinateRecords, report, COORDINATES).records)
      .map((record, index) => operationOf(record, `records[${index}]`)),
};
