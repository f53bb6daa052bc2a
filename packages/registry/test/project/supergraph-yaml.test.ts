import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composerVersion } from '../../src/project/federation-version.ts';
import { readProject, type ReadOptions } from '../../src/project/read-project.ts';

const SDL = 'type Query { hello: String }\n';

/** A folder with these files. */
const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
};

const read = (yaml: string | Uint8Array, options: ReadOptions = {}) => {
  const files = { 'supergraph.yaml': yaml, 'a.graphql': SDL, 'sub/b.graphql': SDL, token: 'secret\n' };
  return readProject(join(folderOf(files), 'supergraph.yaml'), { env: {}, ...options });
};

/** The lines of the error, without the folder. */
const faultsOf = async (yaml: string | Uint8Array, options: ReadOptions = {}): Promise<readonly string[]> => {
  const error: unknown = await read(yaml, options).then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('not an error');
  expect(error.name).toBe('InputError');
  return error.message.split('\n').map((line) => line.replace(/\/\S*?\/project-[^/]+\//g, ''));
};

const one = (schema: string): string => `subgraphs:\n  a:\n    schema: ${schema}\n`;

describe('supergraph.yaml', () => {
  it('is read with files and text, without addresses, and with keys that are not known', async () => {
    const { subgraphs, federationVersion, findings } = await read(`
anything: [1, {two: 3}]
subgraphs:
  a:
    schema: { file: ./sub/../a.graphql, more: true }
    owner: nobody
  b:
    routing_url: http://b/graphql
    schema: &shared
      sdl: "type Query { b: Int }"
  c:
    routing_url: null
    schema: *shared
`);
    expect(federationVersion).toBe('2');
    expect(findings).toStrictEqual([]);
    expect(subgraphs).toStrictEqual([
      { name: 'a', routingUrl: '', sdl: SDL, file: 'a.graphql' },
      { name: 'b', routingUrl: 'http://b/graphql', sdl: 'type Query { b: Int }', file: undefined },
      { name: 'c', routingUrl: '', sdl: 'type Query { b: Int }', file: undefined },
    ]);
  });

  it('expands variables and files in any string, once', async () => {
    const env = { HOST: 'b.example', EMPTY: '', NESTED: '${env.HOST}', FILE: 'a' };
    const { subgraphs } = await read(
      `
subgraphs:
  a:
    routing_url: http://\${env.HOST}:\${env.PORT:-4001}/\${env.EMPTY:-unused}\${env.NESTED}
    schema: { file: "\${env.FILE}.graphql" }
  b:
    routing_url: \${file.token}-\${file.nowhere:-none}-$\${env.HOST}-$5
    schema: { sdl: "\${file.sub/b.graphql}" }
`,
      { env },
    );
    expect(subgraphs.map(({ routingUrl }) => routingUrl)).toStrictEqual([
      'http://b.example:4001/${env.HOST}',
      'secret-none-${env.HOST}-$5',
    ]);
    expect(subgraphs[1]!.sdl).toBe(SDL.trim());
  });

  it('leaves variables alone when Rover has expanded them', async () => {
    const { subgraphs } = await read(one('{ sdl: "${env.X} $$ {$args.id}" }'), { expands: false });
    expect(subgraphs[0]!.sdl).toBe('${env.X} $$ {$args.id}');
  });

  it.each([
    ['', '2'],
    ['federation_version: 2', '2'],
    ['federation_version: latest-2', 'latest-2'],
    [`federation_version: =${composerVersion}`, `=${composerVersion}`],
    ['federation_version: "=${env.V:-' + composerVersion + '}"', `=${composerVersion}`],
  ])('takes the version %j as it is', async (line, version) => {
    const { federationVersion, findings } = await read(`${line}\n${one('{ file: a.graphql }')}`);
    expect(federationVersion).toBe(version);
    expect(findings).toStrictEqual([]);
  });

  it.each(['=2.9.0', 'v2.3.4', '=2.0.0-preview.9', '1', '0', '=0.36.0'])('warns of the version %s', async (version) => {
    const { findings } = await read(`\nfederation_version: ${version}\n${one('{ file: a.graphql }')}`);
    expect(findings).toMatchObject([
      { rule: 'FEDERATION_VERSION', severity: 'warning', place: { file: 'supergraph.yaml', line: 2, column: 1 } },
    ]);
    expect(findings[0]!.message).toContain(composerVersion);
  });

  it('takes the source that Rover takes where there are several, and says so', async () => {
    const { subgraphs, findings } = await read(one('{ sdl: "type Query { x: Int }", file: a.graphql }'));
    expect(subgraphs[0]!.sdl).toBe(SDL);
    expect(findings).toMatchObject([{ rule: 'SCHEMA_SOURCES', severity: 'warning', place: { line: 3, column: 5 } }]);
  });
});

describe('a fault of supergraph.yaml', () => {
  it('is told with all others, each with its place', async () => {
    expect(
      await faultsOf(
        `federation_version: 3
subgraphs:
  a:
    routing_url: \${env.NOWHERE}
    schema:
      file: "x-\${vault.key}"
  b:
    routing_url: 5
    schema: { file: gone.graphql }
  c: {}
  d:
    schema: { graphql: x }
  e:
    schema: { file: [a.graphql] }
  f:
    schema: { sdl: "\${file.missing}" }
  g:
    schema: { sdl: "\${env.A:-\${env.B}}" }
  h:
    schema: { sdl: "\${env.constructor}" }
`,
      ),
    ).toStrictEqual([
      `supergraph.yaml:1:1: federation_version: 3 is not supported. Write 2, or an exact version with a leading "=": =${composerVersion}.`,
      `supergraph.yaml:4:18: subgraphs.a.routing_url: \${env.NOWHERE}: the environment variable NOWHERE is not set. Set it, or give a default: \${env.NOWHERE:-default}.`,
      'supergraph.yaml:6:13: subgraphs.a.schema.file: ${vault.key}: only ${env.NAME} and ${file.path} are known. For a dollar sign write $$.',
      'supergraph.yaml:8:5: subgraphs.b.routing_url must be a string: put it into quotes.',
      'supergraph.yaml:9:5: subgraphs.b.schema.file: gone.graphql does not exist.',
      'supergraph.yaml:10:3: subgraphs.c.schema is missing: it says where the SDL is.',
      'supergraph.yaml:12:5: subgraphs.d.schema names no source. It takes one of file, sdl, subgraph_url, or graphref with subgraph.',
      'supergraph.yaml:14:21: subgraphs.e.schema.file must be a string.',
      'supergraph.yaml:16:20: subgraphs.f.schema.sdl: ${file.missing}: the file missing does not exist.',
      'supergraph.yaml:18:20: subgraphs.g.schema.sdl: ${env.A:-${env.B}: what stands in ${} is not expanded itself. For a dollar sign write $$.',
      'supergraph.yaml:20:20: subgraphs.h.schema.sdl: ${env.constructor}: the environment variable constructor is not set. Set it, or give a default: ${env.constructor:-default}.',
    ]);
  });

  it.each([
    ['is empty', '', 'supergraph.yaml:1:1: The supergraph configuration is empty.'],
    ['is a list', '- a\n', 'supergraph.yaml:1:1: The supergraph configuration must be a mapping.'],
    ['has no subgraphs', 'a: 1\n', 'supergraph.yaml:1:1: The key "subgraphs" is missing'],
    ['has an empty list of subgraphs', 'subgraphs: {}\n', 'supergraph.yaml:1:1: There is no subgraph in it.'],
    [
      'names a subgraph twice',
      `${one('{ sdl: a }')}  a: {}\n`,
      'supergraph.yaml:4:3: The key a is there twice. Remove one of them.',
    ],
    ['is no YAML', 'subgraphs: [\n', 'supergraph.yaml:2:1: Flow sequence'],
    ['has two documents', `${one('{ sdl: a }')}---\na: 1\n`, 'supergraph.yaml:4:1: There are several documents in it.'],
    ['is nested without end', '['.repeat(100_000), 'supergraph.yaml:'],
    ['is its own part', 'subgraphs: &s\n  a: *s\n', 'supergraph.yaml:2:3: subgraphs.a.schema is missing'],
    ['has an alias of nothing', one('*nothing'), 'supergraph.yaml:3:13: There is no &nothing'],
    ['names a folder', one('{ file: sub }'), 'supergraph.yaml:3:5: subgraphs.a.schema.file: sub is a folder'],
    [
      'names a file without end',
      one('{ file: /dev/zero }'),
      'supergraph.yaml:3:5: subgraphs.a.schema.file: /dev/zero has more than 32 MiB.',
    ],
  ])('is told when it %s', async (_, yaml, message) => {
    const faults = await faultsOf(yaml);
    expect(faults.join('\n')).toContain(message);
  });

  it('is told when it is not UTF-8, or its schema is not', async () => {
    expect(await faultsOf(Uint8Array.of(0x61, 0xff, 0xfe))).toStrictEqual([
      'supergraph configuration: supergraph.yaml is not UTF-8 text. Is it the right file? Then save it as UTF-8.',
    ]);
    const folder = folderOf({ 'supergraph.yaml': one('{ file: a.graphql }'), 'a.graphql': Uint8Array.of(0xc3, 0x28) });
    await expect(readProject(join(folder, 'supergraph.yaml'))).rejects.toThrow('a.graphql is not UTF-8 text.');
  });

  it('does not grow out of aliases of aliases', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(10)}]`,
    );
    const bomb = `l0: &l0 x\n${levels.join('\n')}\n`;
    await expect(read(`${bomb}${one('{ file: a.graphql }')}`)).resolves.toMatchObject({ subgraphs: [{ name: 'a' }] });
    expect(await faultsOf(`${bomb}${one('*l30')}`)).toStrictEqual([
      'supergraph.yaml:34:5: subgraphs.a.schema must be a mapping.',
    ]);
  });

  it('in registry.yaml is told beside those of supergraph.yaml', async () => {
    const folder = folderOf({ 'supergraph.yaml': 'a: 1\n', 'registry.yaml': 'base: [\n' });
    await expect(readProject(join(folder, 'supergraph.yaml'))).rejects.toThrow(
      /subgraphs[^]*registry\.yaml:2:1: Flow sequence/,
    );
  });
});
