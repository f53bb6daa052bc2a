import type { Manifest } from '@qsr/artifact';
import type { Change, Level } from '../changes/change.ts';
import type { ContractTags } from '../changes/federation/tags.ts';
import { findChanges } from '../changes/find-changes.ts';
import type { Schemas } from '../composition/schemas.ts';

/** What came, went and became something else, by name. */
interface Names {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** One difference, as far as readers of a changelog can use it. */
type Entry = Omit<Change, 'hits'>;

/** What is different since the artifact before. */
export interface Changelog {
  readonly version: number;
  /** Null for the first artifact. */
  readonly previous: number | null;
  readonly publishedAt: string;
  readonly commit: string | null;
  /** For clients; breaking ones first. */
  readonly changes: readonly Entry[];
  /** Between subgraphs, and for those who run them. */
  readonly federation: readonly Entry[];
  readonly subgraphs: Names;
  readonly contracts: Names;
}

/** One of the two artifacts that are compared. */
export interface Compared {
  readonly schemas: Schemas;
  readonly subgraphs: Manifest['subgraphs'];
  readonly contracts: Manifest['contracts'];
}

const order: readonly Level[] = ['breaking', 'dangerous', 'safe'];

const rank = ({ level, coordinate = '', message }: Entry): string => `${order.indexOf(level)} ${coordinate} ${message}`;

const entriesOf = (changes: readonly Change[]): readonly Entry[] =>
  changes
    .map(({ kind, level, message, coordinate, subgraph }) => ({
      ...{ kind, level, message, coordinate },
      ...(subgraph === undefined ? {} : { subgraph }),
    }))
    .sort((left, right) => (rank(left) < rank(right) ? -1 : 1));

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
  tags: ContractTags,
): Promise<Pick<Changelog, 'changes' | 'federation' | 'subgraphs' | 'contracts'>> => {
  const none = { api: [], federation: [] };
  const found = before === undefined ? none : await findChanges(before.schemas, after.schemas, tags);
  return {
    changes: entriesOf(found.api),
    federation: entriesOf(found.federation),
    subgraphs: namesOf(subgraphsIn(before), subgraphsIn(after)),
    contracts: namesOf(contractsIn(before), contractsIn(after)),
  };
};

export const writeJson = (changelog: Changelog): string => `${JSON.stringify(changelog, undefined, 2)}\n`;

const countsOf = (changes: readonly Entry[]): string =>
  order.map((level) => `${changes.filter((change) => change.level === level).length} ${level}`).join(', ');

const lineOf = ({ level, coordinate, message }: Entry): string =>
  `${level.padEnd(9)}  ${coordinate === undefined ? '' : `${coordinate}: `}${message}`;

const section = (title: string, changes: readonly Entry[]): readonly string[] =>
  changes.length === 0 ? [] : ['', `${title}: ${countsOf(changes)}`, ...changes.map(lineOf)];

const linesOf = (what: string, names: Names): readonly string[] =>
  Object.entries(names)
    .filter(([, list]: [string, readonly string[]]) => list.length > 0)
    .map(([how, list]: [string, readonly string[]]) => `${what} ${how}: ${list.join(', ')}`);

/** For people. */
export const writeText = ({ version, previous, publishedAt, commit, ...differences }: Changelog): string => {
  const { changes, federation, subgraphs, contracts } = differences;
  const title = [`Version ${version}`, publishedAt, ...(commit === null ? [] : [commit.slice(0, 12)])].join(' · ');
  const summary = previous === null ? 'The first version.' : `Follows version ${previous}.`;
  const unseen = previous === null || changes.length > 0 ? [] : ['Clients see what they saw before.'];
  const names = [...linesOf('Subgraphs', subgraphs), ...linesOf('Contracts', contracts)];
  const lines = [
    title,
    summary,
    ...unseen,
    ...section('For clients', changes),
    ...section('Between subgraphs', federation),
  ];
  return `${[...lines, ...(names.length === 0 ? [] : ['', ...names])].join('\n')}\n`;
};
