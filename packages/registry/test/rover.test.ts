import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { composerVersion } from '../src/project/federation-version.ts';
import { makeRepository, shop, type Repository } from './support.ts';

const MAIN = resolve(import.meta.dirname, '../bin/supergraph.js');

const install = ({ folder }: Repository, ...args: readonly string[]) =>
  spawnSync(process.execPath, [MAIN, 'rover-plugin', 'install', ...args], {
    encoding: 'utf8',
    env: { ...process.env, APOLLO_HOME: folder },
  });
const pluginOf = ({ folder }: Repository) => join(folder, '.rover/bin', `supergraph-v${composerVersion}`);

/** As Rover hands a configuration over: everything expanded and resolved into SDL. */
const resolved = (files: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    subgraphs: Object.fromEntries(
      ['products', 'reviews'].map((name) => [
        name,
        { routing_url: `http://${name}/graphql`, schema: { sdl: files[`${name}.graphql`] } },
      ]),
    ),
    federation_version: `=${composerVersion}`,
  });

it('is written where Rover looks, and answers as Rover reads', () => {
  const repository = makeRepository();
  expect(install(repository)).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(pluginOf(repository)).mode & 0o111).toBe(0o111);
  repository.write({ 'rover.yaml': resolved(shop) });
  const { status, stdout } = spawnSync(pluginOf(repository), ['compose', join(repository.folder, 'rover.yaml')], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toStrictEqual({
    Ok: { supergraphSdl: readFileSync(join(repository.folder, 'supergraph.graphql'), 'utf8'), hints: [] },
  });
});

it('tells Rover what does not compose, and where', () => {
  const { run, write } = makeRepository();
  write({
    'rover.yaml': resolved({ ...shop, 'reviews.graphql': shop['reviews.graphql']!.replace('[Review!]', '[Review!') }),
    'other.yaml': resolved({
      ...shop,
      'reviews.graphql': shop['reviews.graphql']!.replace('stars: Int', 'stars: Stars'),
    }),
  });
  const unparsed = run('compose', 'rover.yaml');
  expect(unparsed.code).toBe(1);
  expect(JSON.parse(unparsed.stdout)).toStrictEqual({
    Err: {
      build_errors: [
        {
          message: '[reviews] Syntax Error: Expected "]", found "}".',
          code: 'INVALID_GRAPHQL',
          type: 'composition',
          nodes: [{ subgraph: 'reviews', start: { line: 5, column: 1 } }],
          omittedNodesCount: 0,
        },
      ],
    },
  });
  expect(JSON.parse(run('compose', 'other.yaml').stdout)).toMatchObject({
    Err: { build_errors: [{ message: '[reviews] Unknown type Stars', code: 'INVALID_GRAPHQL' }] },
  });
});

it('tells Rover of a configuration that cannot be read', () => {
  const { code, stdout } = makeRepository().run('compose', 'nowhere.yaml');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    Err: { build_errors: [{ type: 'config', message: expect.stringContaining('nowhere.yaml does not exist') }] },
  });
});

it("does not replace Apollo's binary, unless told to, and then replaces its own at will", () => {
  const repository = makeRepository();
  install(repository);
  writeFileSync(pluginOf(repository), Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff));
  expect(install(repository)).toMatchObject({ status: 3, stderr: expect.stringContaining('is another composer') });
  expect(install(repository, '--force').status).toBe(0);
  expect(install(repository).status).toBe(0);
  expect(install(repository, '--federation-version', '../x')).toMatchObject({ status: 3 });
});

// A Rover of Apollo's, built or installed by whoever runs this.
const rover = process.env['ROVER_BIN'];
if (rover !== undefined) {
  it('is what a real Rover composes with', () => {
    const repository = makeRepository();
    install(repository);
    const compose = (): any => {
      const args = ['supergraph', 'compose', '--config', 'supergraph.yaml', '--skip-update', '--format', 'json'];
      const env = {
        ...process.env,
        APOLLO_HOME: repository.folder,
        APOLLO_ELV2_LICENSE: 'accept',
        APOLLO_TELEMETRY_DISABLED: '1',
      };
      const { stdout } = spawnSync(rover, args, { cwd: repository.folder, encoding: 'utf8', env });
      return JSON.parse(stdout);
    };
    expect(compose()).toMatchObject({
      data: { success: true, core_schema: readFileSync(join(repository.folder, 'supergraph.graphql'), 'utf8') },
      error: null,
    });
    repository.write({ 'reviews.graphql': shop['reviews.graphql']!.replace('stars: Int', 'stars: Stars') });
    expect(compose()).toMatchObject({
      data: { success: false },
      error: { code: 'E029', details: { build_errors: [{ message: '[reviews] Unknown type Stars' }] } },
    });
    expect(execFileSync(rover, ['--version'], { encoding: 'utf8' })).toContain('Rover');
  });
}
