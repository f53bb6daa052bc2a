import { resolve } from 'node:path';
import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/composition/compose.ts';
import { composeContract } from '../../src/contracts/compose-contract.ts';
import { contractSdls } from '../../src/contracts/contracts.ts';
import { brokenPromises } from '../../src/contracts/promises.ts';
import type { Project } from '../../src/project/project.ts';
import { readProject } from '../../src/project/read-project.ts';
import { coordinatesOf } from './support.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

/** The supergraph of subgraphs of ours. */
const supergraphOf = (subgraphs: Project['subgraphs']): string => {
  const { supergraphSdl, findings } = compose(subgraphs);
  if (supergraphSdl === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return supergraphSdl;
};

let project: Project;
let supergraph: string;
beforeAll(async () => {
  project = await readProject(resolve(ROOT, 'supergraph.yaml'));
  supergraph = supergraphOf(project.subgraphs);
});

const contractIn = (name: string, sdl: string) => composeContract(parse(sdl), project.contracts[name]!);

it('has the three contracts, which compose and keep their promises', () => {
  const { sdls, findings } = contractSdls(project, supergraph);
  expect(findings).toStrictEqual([]);
  expect(Object.keys(sdls)).toStrictEqual(['public', 'marketing', 'partner']);
});

describe('what is in them', () => {
  it.each([
    ['public', ['Query.me', 'Customer.email', 'Mutation.checkout'], ['Query.customer', 'Query.segments', 'Segment']],
    [
      'marketing',
      ['Query.segments', 'SegmentMember.memberRef'],
      ['Query.me', 'Customer', 'Order', 'SegmentMember.contact'],
    ],
    ['partner', ['Query.order', 'Mutation.checkout'], ['Customer.email', 'Fulfilment.deliveryAddress', 'Segment']],
  ])('%s', (name, kept, gone) => {
    const names = coordinatesOf(contractIn(name, supergraph));
    expect(names).toEqual(expect.arrayContaining(kept));
    expect(gone.filter((each) => names.includes(each))).toStrictEqual([]);
  });
});

it('tells a way to customers that somebody plants in the marketing contract', () => {
  const line = 'joinedAt: DateTime!';
  const subgraphs = project.subgraphs.map((each) =>
    each.name === 'profile'
      ? { ...each, sdl: each.sdl.replace(line, `${line}\n  "Who it is."\n  customer: Customer`) }
      : each,
  );
  const planted = supergraphOf(subgraphs);
  const { unreachable } = project.contracts['marketing']!;
  const paths = brokenPromises(contractIn('marketing', planted), unreachable).map(({ path }) => path);
  expect(paths).toContain('Query.previewSegment → SegmentPreview.sample → SegmentMember.customer → Customer');
  expect(contractSdls({ ...project, subgraphs }, planted).findings).toContainEqual(
    expect.objectContaining({ rule: 'CONTRACT_PROMISE_BROKEN', severity: 'error', coordinate: 'Customer' }),
  );
});
