import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSpecifiedScalarType, parse, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import { runChecks } from '../../src/check/run.ts';
import { apollo } from '../../src/composition/apollo.ts';
import { composeContract, type ComposedContract } from '../../src/contracts/compose-contract.ts';
import { contractSettings, type ContractSettings } from '../../src/contracts/settings.ts';
import type { Finding } from '../../src/finding.ts';
import { readProject } from '../../src/project/read-project.ts';
import type { Usage } from '../../src/usage/usage.ts';

const HEAD =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@inaccessible", "@requires", "@external", "@interfaceObject"])\n';

/** The supergraph of subgraphs a, b, … whose schemas these are. */
export const supergraphOf = (...sdls: readonly string[]): string => {
  const services = sdls.map((sdl, index) => {
    const name = String.fromCharCode(97 + index);
    return { name, url: `http://${name}/graphql`, typeDefs: parse(HEAD + sdl) };
  });
  const { supergraph, errors } = apollo.compose(services);
  if (supergraph === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraph;
};

/** Settings as registry.yaml would give them. */
export type Given = Partial<ContractSettings>;

/** The contract of one subgraph. */
export const contractOf = (sdl: string, settings: Given): ComposedContract =>
  composeContract(parse(supergraphOf(sdl)), contractSettings.parse(settings));

/** Every element of a schema, by coordinate. */
export const elementsOf = (schema: GraphQLSchema | undefined): readonly string[] =>
  Object.values(schema?.getTypeMap() ?? {})
    .filter((type) => !isSpecifiedScalarType(type) && !type.name.startsWith('__'))
    .flatMap((type) => [
      type.name,
      ...('getFields' in type ? Object.values(type.getFields()) : []).flatMap((field) => [
        `${type.name}.${field.name}`,
        ...('args' in field
          ? field.args.map(({ name }: GraphQLArgument) => `${type.name}.${field.name}(${name}:)`)
          : []),
      ]),
      ...('getValues' in type ? type.getValues().map(({ name }) => `${type.name}.${name}`) : []),
    ]);

/** Every element that clients of a contract see. */
export const coordinatesOf = ({ schemas }: ComposedContract): readonly string[] => elementsOf(schemas?.api);

/** A revision of a project. */
export interface Revision {
  readonly sdl: string;
  /** Text of registry.yaml, or contracts by name. Absent: there is no such file. */
  readonly registry?: string | Readonly<Record<string, Given>>;
}

const write = (folder: string, { sdl, registry }: Revision): void => {
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  rmSync(join(folder, 'registry.yaml'), { force: true });
  put(
    'supergraph.yaml',
    'federation_version: 2\nsubgraphs:\n  a:\n    routing_url: http://a\n    schema:\n      file: a.graphql\n',
  );
  put('a.graphql', HEAD + sdl);
  put('supergraph.graphql', supergraphOf(sdl));
  if (registry === undefined) return;
  put('registry.yaml', typeof registry === 'string' ? registry : JSON.stringify({ contracts: registry }, undefined, 2));
};

/** What `supergraph check` finds about contracts between two revisions in git. */
export const checkContracts = async (before: Revision, after: Revision, usage?: Usage): Promise<readonly Finding[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'contracts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch', 'main');
  write(folder, before);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Base');
  write(folder, after);
  const { findings } = await runChecks(await readProject(join(folder, 'supergraph.yaml')), { base: 'main', usage });
  return findings.filter(({ check }) => check === 'contracts');
};
