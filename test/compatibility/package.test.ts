import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configured, root, supergraph, temporaryFolder } from './support.ts';

/** Packs the registry, and installs it into a folder that has nothing but our schemas. */
const install = (): string => {
  const folder = realpathSync(temporaryFolder());
  execFileSync('npm', ['pack', '--silent', '-w', 'packages/registry', '--pack-destination', folder], { cwd: root });
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
  });
  mkdirSync(join(folder, 'graph'));
  for (const { name, file } of configured()) cpSync(file, join(folder, 'graph', 'subgraphs', name, 'schema.graphql'));
  cpSync(join(root, 'supergraph.yaml'), join(folder, 'graph', 'supergraph.yaml'));
  return folder;
};

it('the packed command runs in a repository of others', () => {
  const folder = install();
  const cwd = join(folder, 'graph');
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { status, stdout, stderr };
  };
  const bin = join(folder, 'node_modules/.bin/supergraph');

  expect(run('npx', '--no-install', 'supergraph', 'compose')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('written'),
  });
  expect(readFileSync(join(cwd, 'supergraph.graphql'), 'utf8')).toBe(readFileSync(supergraph, 'utf8'));

  const git = (...args: readonly string[]) =>
    run('git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args);
  for (const args of [
    ['init', '-qb', 'main'],
    ['add', '-A'],
    ['commit', '-qm', 'First'],
  ])
    expect(git(...args).status).toBe(0);
  const good = run(bin, 'check', '--base', 'main', '--format', 'json');
  expect(good.stderr).toBe('');
  expect(JSON.parse(good.stdout)).toMatchObject({ json_version: '1', data: { success: true } });

  const file = join(cwd, 'subgraphs/content/schema.graphql');
  writeFileSync(file, readFileSync(file, 'utf8').replace('type Query {', 'type Query {\n  broken: Nothing\n'));
  expect(run(bin, 'check', '--base', 'main')).toMatchObject({ status: 1, stdout: expect.stringContaining('Nothing') });
  expect(run(bin, 'check', '--config', 'nowhere.yaml').status).toBe(3);
  // What Rover calls, from wherever it is.
  const home = join(folder, 'home');
  const installed = spawnSync(bin, ['rover-plugin', 'install'], {
    encoding: 'utf8',
    env: { ...process.env, APOLLO_HOME: home },
  });
  expect(installed).toMatchObject({ status: 0, stderr: '' });
  const [plugin] = readdirSync(join(home, '.rover/bin'));
  expect(run(join(home, '.rover/bin', plugin!), 'compose', 'supergraph.yaml')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^\{"Err":\{"build_errors":\[\{"message":"\[content\] /),
  });
});
