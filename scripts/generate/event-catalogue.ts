import { contracts, topology, type EventType } from '@qsr/events';
import { format } from 'prettier';
import { z } from 'zod';
import type { GeneratedFile } from './file.ts';
import { tableOf } from './table.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** How a value is written down for a reader. */
const valueOf = (schema: Schema): string => {
  if (schema.anyOf !== undefined) return schema.anyOf.map((each) => valueOf(each)).join(' or ');
  if (schema.type === 'array') return `list of ${valueOf(schema.items as Schema)}`;
  if (schema.type === 'object') {
    const members = Object.entries(schema.properties ?? {}).map(
      ([name, each]) => `${name}: ${valueOf(each as Schema)}`,
    );
    return `{ ${members.join(', ')} }`;
  }
  if (schema.description !== undefined) return schema.description;
  return schema.enum?.map((value) => `\`${String(value)}\``).join(', ') ?? String(schema.type);
};

const consumersOf = (type: EventType): string =>
  Object.entries(topology)
    .filter(([, types]) => (types as readonly EventType[]).includes(type))
    .map(([consumer]) => consumer)
    .join(', ');

const section = (type: EventType): string => {
  const { version, description, businessKey, data } = contracts[type] as (typeof contracts)['orders.order.completed'];
  const heard = consumersOf(type);
  const { properties = {} } = z.toJSONSchema(data);
  const rows = Object.entries(properties).map(([name, schema]) => [`\`${name}\``, valueOf(schema as Schema)]);
  return [
    `## ${type}`,
    '',
    `${description} Version ${version}.`,
    ...(businessKey === undefined ? [] : ['', `Effect once per \`${businessKey}\`.`]),
    ...(heard === '' ? [] : ['', `Heard by ${heard}.`]),
    '',
    tableOf(['Member', 'Value'], rows),
    '',
  ].join('\n');
};

/** docs/events.md: what every event says, and who hears of it. */
export const eventCatalogueDocument = async (): Promise<GeneratedFile> => {
  const text = [
    '# Events',
    '',
    'Every event is a CloudEvent 1.0 with this data. It arrives at least once and in any order; `id` tells repetitions, the',
    'business key makes the effect happen once. Generated from `packages/events` by `npm run generate`.',
    '',
    ...(Object.keys(contracts) as EventType[]).map(section),
  ].join('\n');
  return { path: 'docs/events.md', content: await format(text, { parser: 'markdown' }) };
};
