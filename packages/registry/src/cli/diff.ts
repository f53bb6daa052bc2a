import { readBase } from '../base/base.ts';
import type { Change } from '../changes/change.ts';
import { findChanges, type Changes } from '../changes/find-changes.ts';
import { sourceChanges } from '../changes/sources/causes.ts';
import { compose } from '../composition/compose.ts';
import { readSchemas } from '../composition/schemas.ts';
import { exitCodes, InputError, type ExitCode } from '../exit-codes.ts';
import { readProject } from '../project/read-project.ts';
import { fromHere } from '../report/from.ts';
import { json } from '../report/json.ts';
import { complain } from './output.ts';
import { refuse } from './refuse.ts';

/** Writes changes since a revision; the text ends with a line break. */
type Writer = (changes: Changes, revision: string) => string;

const lineOf = ({ level, message, kind, coordinate }: Change): string =>
  `  ${level.padEnd(9)}  ${coordinate === undefined ? '' : `${coordinate}  `}${message}  ${kind}`;

const section = (title: string, changes: readonly Change[]): readonly string[] =>
  changes.length === 0 ? [] : [title, ...changes.map(lineOf)];

const withoutHits = ({ kind, level, message, coordinate, subgraph }: Change) => ({
  kind,
  level,
  message,
  coordinate,
  subgraph,
});

const writers = {
  text: ({ api, federation }, revision) => {
    const lines = [...section('For clients:', api), ...section('Between subgraphs:', federation)];
    return `${lines.length === 0 ? `Nothing is different from ${revision}.` : lines.join('\n')}\n`;
  },
  json: ({ api, federation }) => {
    const data = { success: true, api: api.map(withoutHits), federation: federation.map(withoutHits) };
    return `${JSON.stringify({ json_version: '1', data, error: null })}\n`;
  },
} as const satisfies Record<string, Writer>;

export type DiffFormat = keyof typeof writers;

/** Options of `supergraph diff`. */
export interface DiffOptions {
  readonly config: string;
  readonly base?: string;
  readonly format: DiffFormat;
}

/** Lists what is different. What a difference means is for `check` to say. */
export const runDiff = async ({ config, base, format }: DiffOptions): Promise<ExitCode> => {
  const project = await readProject(config);
  const revision = base ?? project.base;
  const { schemas: before, subgraphs, findings: notices } = await readBase(project, revision);
  if (before === undefined) throw new InputError(`base: ${notices.map(({ message }) => message).join(' ')}`);
  for (const { message } of notices) complain(message);
  const { supergraphSdl, findings } = compose(project.subgraphs);
  if (supergraphSdl === undefined) {
    if (format === 'text') return refuse(findings, { config });
    process.stdout.write(json(fromHere({ findings, ran: ['compose'], passed: false }, config)));
    return exitCodes.bad;
  }
  const { api, federation } = await findChanges(before, readSchemas(supergraphSdl), project.contracts);
  const written = sourceChanges({ before: subgraphs, after: project.subgraphs });
  process.stdout.write(writers[format]({ api, federation: [...federation, ...written] }, revision));
  return exitCodes.good;
};
