/**
 * Writes what is derived from other files: resolver types, docs/errors.md, docs/events.md, docs/schema-lint.md, tables of keys and of the environment, supergraph.graphql.
 * With --check it writes nothing and fails when one of them is stale.
 */
import { resolverTypes } from './generate/resolver-types.ts';
import { environmentTables } from './generate/environment-tables.ts';
import { errorCatalogueDocument } from './generate/error-catalogue.ts';
import { eventCatalogueDocument } from './generate/event-catalogue.ts';
import { schemaChecksDocument } from './generate/schema-checks.ts';
import { schemaLintDocument } from './generate/schema-lint.ts';
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

const check = process.argv.includes('--check');
const current = (path: string) => readFile(path, 'utf8').catch(() => null);

const files = [
  ...(await resolverTypes()),
  await errorCatalogueDocument(),
  await eventCatalogueDocument(),
  await schemaLintDocument(),
  await schemaChecksDocument(),
  ...(await environmentTables()),
];
const stale: string[] = [];
for (const { path, content } of files) {
  if ((await current(path)) === content) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

if (check && stale.length > 0) {
  process.stderr.write(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${files.length} generated files are up to date${check ? '' : ` (${stale.length} written)`}.\n`);
}
