import { contractSettings } from '../../src/contracts/settings.ts';
import { buildSchema, parse } from 'graphql';
import { compose } from '../../src/composition/compose.ts';
import { readSchemas, type Schemas } from '../../src/composition/schemas.ts';
import { judgeCauses, judgeChanges } from '../../src/check/changes.ts';
import type { Finding } from '../../src/finding.ts';
import type { Subgraph } from '../../src/project/project.ts';
import type { RecordedOperation, RecordedOperations } from '../../src/usage/usage.ts';
import type { Case, Verdict } from './case.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag",
  "@inaccessible", "@requires", "@external", "@provides", "@override", "@authenticated", "@requiresScopes", "@policy",
  "@cost", "@listSize", "@interfaceObject", "@context", "@fromContext"])
`;

interface Composed {
  readonly subgraphs: readonly Subgraph[];
  readonly findings: readonly Finding[];
  readonly schemas: Schemas | undefined;
}

const known = new Map<string, Composed>();

const composeFresh = (sdls: Readonly<Record<string, string>>, isPlain: boolean): Composed => {
  const subgraphs = Object.entries(sdls)
    .filter(([, sdl]) => sdl !== '')
    .map(([name, sdl]) => ({
      name,
      routingUrl: `http://${name}`,
      file: `${name}.graphql`,
      sdl: isPlain || /^(extend schema|#)/.test(sdl) ? sdl : LINK + sdl,
    }));
  if (isPlain) {
    const schema = buildSchema(subgraphs[0]!.sdl);
    return { subgraphs, findings: [], schemas: { supergraphSdl: '', supergraph: schema, api: schema } };
  }
  const { supergraphSdl, findings } = compose(subgraphs);
  return { subgraphs, findings, schemas: supergraphSdl === undefined ? undefined : readSchemas(supergraphSdl) };
};

/** Composing is nearly all that a case costs, and many cases begin with the same schema. */
const composeOnce = (sdls: Readonly<Record<string, string>>, isPlain: boolean): Composed => {
  const key = JSON.stringify([sdls, isPlain]);
  const composed = known.get(key) ?? composeFresh(sdls, isPlain);
  known.set(key, composed);
  return composed;
};

const sdlsOf = ({ schema }: Case): Readonly<Record<string, string>> =>
  typeof schema === 'string' ? { a: schema } : schema;

const changedSdls = (one: Case): Readonly<Record<string, string>> => {
  const sdls = { ...sdlsOf(one) };
  for (const [before, after] of one.change) {
    const [, only, text = before] = /^(\w+):: ?(.*)$/s.exec(before) ?? [];
    const names = Object.keys(sdls).filter((name) => (only ?? name) === name && sdls[name]!.includes(text));
    if (names.length === 0 && text !== '') throw new Error(`${one.name}: nothing to replace for ${before}`);
    for (const name of names) sdls[name] = text === '' ? after : sdls[name]!.replaceAll(text, after);
  }
  return sdls;
};

/** One request of each. */
export const recordingOf = (operations: string): RecordedOperations => {
  const document = parse(operations);
  const operation: RecordedOperation = {
    name: 'Q',
    document,
    coordinates: undefined,
    inputs: undefined,
    count: 12,
    lastSeen: '2026-11-20',
    clients: ['ios 4.2.0', 'web 1.0.0'],
  };
  return { since: '2026-09-01', operations: [operation] };
};

const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
};

/** Before and after. */
export interface Composition {
  readonly before: Composed;
  readonly after: Composed;
}

export const composeCase = (one: Case): Composition => ({
  before: composeOnce(sdlsOf(one), one.isPlain === true),
  after: composeOnce(changedSdls(one), one.isPlain === true),
});

/** What `supergraph check` finds of it: what composers say, then what the changes are. */
export const runCase = async (
  { before, after }: Composition,
  recording: RecordedOperations | undefined,
): Promise<{ readonly verdict: Verdict; readonly findings: readonly Finding[] }> => {
  const base = before.schemas;
  if (base === undefined) throw new Error(`the base does not compose: ${JSON.stringify(before.findings)}`);
  const head = after.schemas;
  const project = {
    subgraphs: after.subgraphs,
    contracts: { marketing: contractSettings.parse({ exclude: ['internal'] }) },
  };
  const changes =
    head === undefined
      ? judgeCauses({ before: before.subgraphs, after: after.subgraphs })
      : await judgeChanges({ project, base, subgraphs: before.subgraphs, head, recording });
  const findings = [...after.findings, ...changes];
  return { verdict: verdictOf(findings), findings };
};
