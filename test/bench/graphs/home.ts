import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, print, visit, type DocumentNode } from 'graphql';
import { stripUnplannable } from '../../../gateway/src/supergraph/strip.ts';
import { urlOf, type Graph } from './graph.ts';
import { mockSchema } from './mock.ts';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');

const composed = read('supergraph.graphql');
const ROUTING = /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g;

const names = [...composed.matchAll(ROUTING)].map(([, name = '']) => name);
const subgraphs = Object.fromEntries(names.map((name) => [name, read(`subgraphs/${name}/schema.graphql`)]));

/** The Rust planner cannot read a description of the whole schema. */
const withoutSchemaDescription = (document: DocumentNode): DocumentNode =>
  visit(document, { SchemaDefinition: (node) => ({ ...node, description: undefined }) });

/** Our own graph, of which nothing is protected: others refuse the directives that say so, or lack the tokens. */
export const home: Graph = {
  subgraphs,
  schemaOf: (name) => mockSchema(subgraphs[name] ?? ''),
  supergraph: (origin) =>
    print(withoutSchemaDescription(stripUnplannable(parse(composed)))).replaceAll(
      ROUTING,
      (_, name: string) => `@join__graph(name: "${name}", url: "${urlOf(origin, name)}")`,
    ),
};

/** The home screen of the app. */
export const homeOperation = {
  query: read('operations/01-home.graphql'),
  variables: { ...(JSON.parse(read('operations/01-home.variables.json')) as object), storeId: 'Store-1' },
};
