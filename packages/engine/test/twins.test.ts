import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReference, type Reference } from './fixtures/federation.ts';
import { compose } from './fixtures/graph.ts';
import { values } from './fixtures/graphs/values.ts';
import { answerFrom } from './fixtures/truth.ts';

let reference: Reference;
beforeAll(async () => {
  reference = await startReference(compose(values.find(({ name }) => name === 'deep nulls')!));
});
afterAll(() => reference.stop());

/** One object stands at two places, and has a twin: each of the places must get the twin. */
it.each(['native', 'apollo'] as const)(
  'parts of an entity that stand at two places are found at both: %s',
  async (planner) => {
    const federation = reference.beside(planner);
    const { schema, model } = federation;
    for (const query of [
      '{ root { some { may { leaves { g { d } a } value } } } }',
      '{ list { some { leaves { g { d } a } } } }',
    ]) {
      for (const salt of [14, 28, 36, 39, 50, 55, 56, 63]) {
        const { data } = await answerFrom(schema, model, { query, salt });
        expect((await federation.byEngine({ query, salt }))!.data).toStrictEqual(data);
      }
    }
  },
);
