import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes dist/main.js for the npm package: JavaScript, with the packages of this repository inside. Libraries stay
 * dependencies, so that there is one graphql for all of them.
 */
const folder = resolve(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const own = Object.keys(dependencies).filter((name) => name.startsWith('@qsr/'));
if (own.length > 0) throw new Error(`${own.join(', ')}: bundled, so it belongs to devDependencies.`);

rmSync(resolve(folder, 'dist'), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: folder,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.18',
  external: Object.keys(dependencies),
  metafile: true,
  logLevel: 'warning',
});

const foreign = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/'));
if (foreign.length > 0) throw new Error(`Not in dependencies of package.json:\n${foreign.join('\n')}`);
