import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { prettyFormatQueryPlan, QueryPlanner } from '@apollo/query-planner';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { composeContract } from '../../src/contracts/compose-contract.ts';
import { contractSettings } from '../../src/contracts/settings.ts';
import { supergraphOf } from './support.ts';

const products = `type Query { product: Product }
  type Product @key(fields: "sku") { sku: ID! @tag(name: "internal") weight: Int @tag(name: "internal") name: String }`;
const shipping = `type Product @key(fields: "sku") {
  sku: ID! weight: Int @external postage: Int @requires(fields: "weight")
}`;

it('still fetches keys and required fields that clients of the contract do not see', () => {
  const settings = contractSettings.parse({ exclude: ['internal'] });
  const { schemas } = composeContract(parse(supergraphOf(products, shipping)), settings);
  const query = parse('{ product { name postage } }');
  expect(validate(schemas!.api, query)).toStrictEqual([]);
  expect(validate(schemas!.api, parse('{ product { sku } }'))).toHaveLength(1);

  const supergraph = Supergraph.build(schemas!.supergraphSdl);
  const plan = new QueryPlanner(supergraph).buildQueryPlan(operationFromDocument(supergraph.apiSchema(), query));
  const text = prettyFormatQueryPlan(plan);
  expect(text).toMatch(/Fetch\(service: "a"\)[\s\S]*sku[\s\S]*weight[\s\S]*Fetch\(service: "b"\)[\s\S]*postage/);
});

it('links @inaccessible where no subgraph has used it', () => {
  const whole = supergraphOf('type Query { ok: Int gone: Int @tag(name: "internal") }');
  expect(whole).not.toContain('specs.apollo.dev/inaccessible');
  const { schemas } = composeContract(parse(whole), contractSettings.parse({ exclude: ['internal'] }));
  expect(schemas?.supergraphSdl).toContain('@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)');
  expect(
    Supergraph.build(schemas!.supergraphSdl).apiSchema().schemaDefinition.rootType('query')?.field('gone'),
  ).toBeUndefined();
});

it('knows @tag and @inaccessible under the names that the supergraph gives them', () => {
  const whole = supergraphOf('type Query { ok: Int gone: Int @tag(name: "internal") hidden: Int @inaccessible }')
    .replaceAll('@tag', '@label')
    .replaceAll('@inaccessible', '@unseen')
    .replace('"https://specs.apollo.dev/tag/v0.3"', '"https://specs.apollo.dev/tag/v0.3", as: "label"')
    .replace(
      '"https://specs.apollo.dev/inaccessible/v0.2"',
      '"https://specs.apollo.dev/inaccessible/v0.2", as: "unseen"',
    );
  const { schemas } = composeContract(parse(whole), contractSettings.parse({ exclude: ['internal'] }));
  expect(Object.keys(schemas!.api.getQueryType()!.getFields())).toStrictEqual(['ok']);
});
