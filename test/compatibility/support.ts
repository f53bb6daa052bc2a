import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';

export const root = resolve(import.meta.dirname, '../..');

/** Our own graph, as it is committed. */
export const supergraph = join(root, 'supergraph.graphql');

interface Configured {
  readonly name: string;
  readonly routingUrl: string;
  readonly file: string;
}

/** The list of subgraphs, read without our own reader. */
export const configured = (): readonly Configured[] => {
  const { subgraphs } = parse(readFileSync(join(root, 'supergraph.yaml'), 'utf8'));
  return Object.entries<any>(subgraphs).map(([name, { routing_url, schema }]) => ({
    name,
    routingUrl: routing_url,
    file: join(root, schema.file),
  }));
};

/** A folder that is gone when the test is over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'compatibility-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
