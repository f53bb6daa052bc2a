import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { generate } from '@graphql-codegen/cli';
import type { GeneratedFile } from './file.ts';

const scalars = {
  DateTime: 'string',
  Date: 'string',
  Locale: 'string',
  CurrencyCode: 'string',
  EmailAddress: 'string',
  PhoneNumber: 'string',
  URL: 'string',
  MinorUnits: 'number',
  _FieldSet: 'string',
};

/** `export type CustomerMapper` in mappers.ts stands behind the GraphQL type Customer. */
const mappersOf = (root: string) =>
  Object.fromEntries(
    [...readFileSync(`${root}/src/mappers.ts`, 'utf8').matchAll(/export (?:type|interface) (\w+)Mapper\b/g)].map(
      ([, type = '']) => [type, `../mappers.ts#${type}Mapper`],
    ),
  );

const outputOf = (root: string) => ({
  schema: `${root}/schema.graphql`,
  plugins: ['typescript', 'typescript-resolvers'],
  config: {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    immutableTypes: true,
    strictScalars: true,
    scalars,
    mappers: mappersOf(root),
    contextType: '../context.ts#Context',
    resolversNonOptionalTypename: false,
  },
});

/** The typed resolver signatures of every subgraph that has a schema. */
export const resolverTypes = async (): Promise<GeneratedFile[]> => {
  const roots = readdirSync('subgraphs')
    .map((name) => `subgraphs/${name}`)
    .filter((root) => existsSync(`${root}/schema.graphql`) && existsSync(`${root}/src/mappers.ts`));
  const generates = Object.fromEntries(roots.map((root) => [`${root}/src/generated/resolvers.ts`, outputOf(root)]));
  const files = (await generate({ generates, silent: true, errorsOnly: true }, false)) as {
    filename: string;
    content: string;
  }[];
  return files.map(({ filename, content }) => ({ path: filename, content }));
};
