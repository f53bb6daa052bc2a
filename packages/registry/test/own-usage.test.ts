import { resolve } from 'node:path';
import { parse, print, visit } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { judgeChanges } from '../src/check/changes.ts';
import { compose } from '../src/composition/compose.ts';
import { readSchemas, type Schemas } from '../src/composition/schemas.ts';
import type { Subgraph } from '../src/project/project.ts';
import { readProject } from '../src/project/read-project.ts';
import { loadUsage } from '../src/usage/load.ts';

/** Whenever it was recorded: that it says nothing after 60 days must not fail a test. */
const EVER = 10_000;

const schemasOf = (subgraphs: readonly Subgraph[]): Schemas => {
  const { supergraphSdl, findings } = compose(subgraphs);
  if (supergraphSdl === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return readSchemas(supergraphSdl);
};

const without = (type: string, field: string, sdl: string): string =>
  print(
    visit(parse(sdl), {
      ObjectTypeDefinition: (node) =>
        node.name.value === type
          ? { ...node, fields: node.fields?.filter(({ name }) => name.value !== field) }
          : undefined,
    }),
  );

let project: Awaited<ReturnType<typeof readProject>>;
let base: Schemas;
beforeAll(async () => {
  project = await readProject(resolve(import.meta.dirname, '../../../supergraph.yaml'));
  base = schemasOf(project.subgraphs);
});

/** What the check says of our graph without a field of one of its subgraphs. */
const removalOf = async (coordinate: string) => {
  const [type = '', field = ''] = coordinate.split('.');
  const subgraphs = project.subgraphs.map((each) => ({ ...each, sdl: without(type, field, each.sdl) }));
  const head = schemasOf(subgraphs);
  const { usage } = await loadUsage(project, { days: EVER, now: Date.now() });
  const findings = await judgeChanges({ project: { ...project, subgraphs }, base, head, recording: usage });
  return findings.find(({ rule }) => rule === 'FIELD_REMOVED');
};

it('refuses to remove a field that only one of our operations asks for, and says whose it is', async () => {
  expect(await removalOf('PaymentMethod.brand')).toMatchObject({
    ...{ severity: 'error', coordinate: 'PaymentMethod.brand', place: { file: 'subgraphs/orders/schema.graphql' } },
    message: expect.stringMatching(/Hit: 1 request, .* by app [\d.]+ \(PaymentMethods\)/),
  });
});

it('lets a field go that none of our clients asks for', async () => {
  expect(await removalOf('AudienceExport.estimatedCompletionAt')).toMatchObject({
    severity: 'note',
    message: expect.stringContaining('Nobody is hit'),
  });
});
