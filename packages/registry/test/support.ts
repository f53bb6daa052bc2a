import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../bin/supergraph.js');
const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@inaccessible", "@requires", "@external"])';

/** Text of each file by its path. */
export type Files = Readonly<Record<string, string>>;

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository of a user. */
export interface Repository {
  readonly folder: string;
  readonly write: (files: Files) => void;
  /** Commits everything, the composed supergraph as well. */
  readonly commit: () => void;
  /** Runs `supergraph` in it, as a process. */
  readonly run: (...args: readonly string[]) => Ended;
}

/** Two subgraphs, one entity, one persisted operation. */
export const shop: Files = {
  'supergraph.yaml': `federation_version: =2.14.4
subgraphs:
  products:
    routing_url: http://products/graphql
    schema:
      file: products.graphql
  reviews:
    routing_url: http://reviews/graphql
    schema:
      file: reviews.graphql
`,
  'products.graphql': `${FEDERATION}
type Query {
  product(id: ID!): Product
}
type Product @key(fields: "id") {
  id: ID!
  name: String!
  price: Int
}
`,
  'reviews.graphql': `${FEDERATION}
type Product @key(fields: "id") {
  id: ID!
  reviews(first: Int! = 10): [Review!]
}
type Review {
  id: ID!
  stars: Int
}
`,
  'operations/product.graphql': 'query Product($id: ID!) { product(id: $id) { id name reviews { stars } } }\n',
};

/** A repository with a first commit; it is gone when the test is over. */
export const makeRepository = (files: Files = shop): Repository => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  const run = (...args: readonly string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code: status, stdout, stderr };
  };
  const write = (written: Files): void => {
    for (const [path, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const commit = (): void => {
    run('compose');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  write(files);
  commit();
  return { folder, write, commit, run };
};
