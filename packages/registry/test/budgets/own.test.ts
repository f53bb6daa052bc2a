import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readBudgets, type BudgetFile } from '../../src/budgets/budget-file.ts';
import { differencesOf } from '../../src/budgets/compare.ts';
import { measureAll, type Measured } from '../../src/budgets/measure-all.ts';
import { readSchemas } from '../../src/composition/schemas.ts';
import { readProject } from '../../src/project/read-project.ts';
import { readText } from '../../src/project/read-text.ts';

const root = new URL('../../../..', import.meta.url).pathname;

let committed: BudgetFile;
let measured: readonly Measured[];

beforeAll(async () => {
  const project = await readProject(join(root, 'supergraph.yaml'));
  const schemas = readSchemas(await readText(join(root, project.supergraph), 'supergraph'));
  committed = await readBudgets(root, project.budgets);
  measured = await measureAll(project, schemas);
});

it('our persisted operations cost what their budgets say, and each has one in full', () => {
  expect([...committed.budgets.keys()]).toStrictEqual(measured.map(({ id }) => id));
  expect(measured.length).toBeGreaterThanOrEqual(20);
  for (const one of measured) {
    const budget = committed.budgets.get(one.id)!;
    if (!('figures' in one)) throw new Error(`${one.id}: ${one.refusal}`);
    expect([one.id, ...differencesOf(budget, one.figures)]).toStrictEqual([one.id]);
    expect(budget).toMatchObject({ storeCalls: expect.any(Number), legacyCalls: expect.any(Number) });
  }
});

/** What `test/e2e` pins of the running system: calls.ts its requests, outages.ts what is left of it. */
it('the home screen is in its budget what it is in operation', () => {
  const home = committed.budgets.get('operations/01-home.graphql')!;
  expect([home.fetches, home.rounds, home.legacyCalls]).toStrictEqual([8, 2, 1]);
  // Whoever is down, the rest of the screen is there.
  expect(Object.keys(home.servedWithout)).toStrictEqual(['content', 'loyalty', 'offers', 'orders', 'profile']);
  expect(Math.min(...Object.values(home.servedWithout))).toBeGreaterThan(50);
});
