import { expect, it } from 'vitest';
import { TestGateway } from '../../gateway/test/support/gateway.ts';
import { compose } from '../../packages/engine/test/fixtures/graph.ts';
import { unresolvable } from '../../packages/engine/test/fixtures/graphs/odd.ts';

// The public audit's suite `non-resolvable-interface-object`; its files are not in any registry.
it.each([
  { conformance: true, message: 'No subgraph can answer a' },
  { conformance: false, message: 'Something went wrong on our side.' },
])('what no subgraph can answer is an error and no data, with conformance $conformance', async (one) => {
  const { sdl } = compose(unresolvable);
  await using gateway = await TestGateway.start(sdl, { conformance: one.conformance });
  const answer = await gateway.query('{ a { field } }');
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.map(({ message }) => message)).toStrictEqual([one.message]);
});
