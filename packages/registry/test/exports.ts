import { buildSchema } from 'graphql';
import { readExport, type ExportSource } from '../src/usage/import/read-export.ts';
import { toRecording } from '../src/usage/import/to-recording.ts';

const schema = buildSchema(`
  type Query { offers(first: Int, filter: Filter): [Offer!] me: Customer }
  input Filter { state: State note: String }
  enum State { OPEN GONE }
  type Customer { id: ID! name(short: Boolean): String state: State }
  type Offer { id: ID! title: String }
`);

export const day = Date.parse('2026-11-20T00:00:00Z');
const unsaid = { at: undefined, client: undefined, version: undefined, now: Date.parse('2026-11-23T12:00:00Z') };

/** Reads an export, in short. */
export const read = (from: ExportSource, json: unknown, defaults: Partial<typeof unsaid> | object = {}) => {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const recording = toRecording(readExport({ text, path: 'export.json', from }, { ...unsaid, ...defaults }), schema);
  return {
    operations: [...recording.operations.values()].map(({ name, coordinates, signature }) => ({
      ...{ name, coordinates, signature },
    })),
    counts: [...recording.counts].map(({ operation, day: on, client, version, count, errors, inputs }) => ({
      ...{ name: recording.operations.get(operation)?.name, on, client, version, count, errors, inputs },
    })),
  };
};
