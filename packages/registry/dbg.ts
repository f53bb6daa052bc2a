import { readFileSync } from 'node:fs';
import { readGraph } from './src/budgets/graph.ts';
import { readSchemas } from './src/composition/schemas.ts';
import { createEngine } from '@qsr/engine';
import { parse, getOperationAST } from 'graphql';
import { answerAs } from './src/budgets/answers.ts';
import { Choices } from './src/budgets/choices.ts';
const graph = readGraph(readSchemas(readFileSync('supergraph.graphql', 'utf8')));
const doc = parse(readFileSync(process.argv[2]!, 'utf8'));
const c = await createEngine({ apiSchema: graph.api, supergraphSchema: graph.supergraph, planners: graph.planners })
  .read(doc, getOperationAST(doc)!)
  .compile({});
for (const down of [undefined, process.argv[3]]) {
  const ch = new Choices();
  const out = await c.run({
    variables: {},
    send: async ({ service, body, operation }) => {
      const data = service === down ? null : answerAs(graph, { service, choose: (p, x) => ch.choose(p, x) })(body);
      console.log(service, operation, body.slice(0, 300), JSON.stringify(data));
      return {
        data: data && structuredClone(data),
        errors: service === down ? [{ message: 'down' }] : [],
        isPlain: true,
      };
    },
  });
  console.log(
    JSON.stringify(out.json ? JSON.parse(out.json) : out.data),
    JSON.stringify(out.errors),
    JSON.stringify(out.misfits),
  );
}
