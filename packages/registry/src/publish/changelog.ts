import type { Manifest } from '@qsr/artifact';
import { buildSchema } from 'graphql';
import type { Change, Level } from '../changes/change.ts';
import { diffApi } from '../changes/diff.ts';

/** What came, went and became something else, by name. */
interface Names {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What is different since the artifact before. */
export interface Changelog {
  readonly version: number;
  /** Null for the first artifact. */
  readonly previous: number | null;
  readonly publishedAt: string;
  readonly commit: string | null;
  /** For clients; breaking ones first. */
  readonly changes: readonly Change[];
  readonly subgraphs: Names;
  readonly contracts: Names;
}

/** One of the two artifacts that are compared. */
export interface Compared {
  readonly api: string;
  readonly subgraphs: Manifest['subgraphs'];
  readonly contracts: Manifest['contracts'];
}

const order: readonly Level[] = ['breaking', 'dangerous', 'safe'];

const rank = ({ level, coordinate = '', message }: Change): string =>
  `${order.indexOf(level)} ${coordinate} ${message}`;
const byRank = (left: Change, right: Change): number => (rank(left) < rank(right) ? -1 : 1);

const namesOf = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Names => ({
  added: [...after.keys()].filter((name) => !before.has(name)),
  removed: [...before.keys()].filter((name) => !after.has(name)),
  changed: [...after].filter(([name, is]) => before.has(name) && before.get(name) !== is).map(([name]) => name),
});

const subgraphsIn = (side: Compared | undefined) =>
  new Map(side?.subgraphs.map(({ name, url, schema }) => [name, `${schema} ${url}`]));
const contractsIn = (side: Compared | undefined) =>
  new Map(Object.entries(side?.contracts ?? {}).map(([name, { digest }]) => [name, digest]));

/** Compares an artifact with the one before; without one there are no changes, and all subgraphs are new. */
export const compare = async (
  before: Compared | undefined,
  after: Compared,
): Promise<Pick<Changelog, 'changes' | 'subgraphs' | 'contracts'>> => {
  const build = (sdl: string) => buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  const changes = before === undefined ? [] : await diffApi(build(before.api), build(after.api));
  return {
    changes: [...changes].sort(byRank),
    subgraphs: namesOf(subgraphsIn(before), subgraphsIn(after)),
    contracts: namesOf(contractsIn(before), contractsIn(after)),
  };
};

export const writeJson = (changelog: Changelog): string => `${JSON.stringify(changelog, undefined, 2)}\n`;

const countsOf = (changes: readonly Change[]): string =>
  order.map((level) => `${changes.filter((change) => change.level === level).length} ${level}`).join(', ');

const lineOf = ({ level, coordinate, message }: Change): string =>
  `${level.padEnd(9)}  ${coordinate === undefined ? '' : `${coordinate}: `}${message}`;

const linesOf = (what: string, names: Names): readonly string[] =>
  Object.entries(names)
    .filter(([, list]: [string, readonly string[]]) => list.length > 0)
    .map(([how, list]: [string, readonly string[]]) => `${what} ${how}: ${list.join(', ')}`);

/** For people. */
export const writeText = ({ version, previous, publishedAt, commit, ...differences }: Changelog): string => {
  const { changes, subgraphs, contracts } = differences;
  const title = [`Version ${version}`, publishedAt, ...(commit === null ? [] : [commit.slice(0, 12)])].join(' · ');
  const forClients =
    previous === null
      ? ['The first version.']
      : changes.length === 0
        ? [`Clients see what they saw in version ${previous}.`]
        : [`Since version ${previous}: ${countsOf(changes)}`, '', ...changes.map(lineOf), ''];
  const parts = [...linesOf('Subgraphs', subgraphs), ...linesOf('Contracts', contracts)];
  return `${[title, ...forClients, ...parts].join('\n').trimEnd()}\n`;
};
