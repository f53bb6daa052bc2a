import { createHash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import type { Finding, Place, Severity } from '../finding.ts';
import { isWithin } from '../paths.ts';
import { ruleTextsOf } from './rule-texts.ts';
import type { RootedResult } from './from.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub refuses a file with more. */
const MAX_RESULTS = 25_000;

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** A path is no URI: spaces, `#`, `%` and what is not ASCII have to be written otherwise. */
const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const regionOf = ({ line, column }: Place) => ({ startLine: line, startColumn: column });

/**
 * GitHub refuses a file with a result without a place in the repository. What has none is shown at the list of subgraphs;
 * then the message says where it is, if that is known.
 */
const locationOf = ({ place, coordinate }: Finding, config: string) => {
  const shown = place !== undefined && isWithin(place.file) ? place : { file: config, line: 1, column: 1 };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(shown.file), uriBaseId: '%SRCROOT%' },
      region: regionOf(shown),
    },
    ...(coordinate === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: coordinate }] }),
  };
};

const messageOf = ({ message, place }: Finding): string =>
  place === undefined || isWithin(place.file) ? message : `${message} (${place.file}:${place.line}:${place.column})`;

/** The same for a finding that only moved, or whose counts are others now; the n-th of them that are alike in a run has n. */
const fingerprints = (): ((finding: Finding) => string) => {
  const seen = new Map<string, number>();
  return ({ rule, subgraph = '', coordinate, message }) => {
    const about = coordinate ?? message.replace(/\d+/g, '0');
    const hash = createHash('sha256').update([rule, subgraph, about].join('\n')).digest('hex').slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  };
};

const ruleOf = (finding: Finding) => {
  const { short, full, help } = ruleTextsOf(finding);
  return { id: finding.rule, shortDescription: { text: short }, fullDescription: { text: full }, help };
};

const leftOut = (count: number) =>
  count <= 0
    ? {}
    : {
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: { text: `${count} more findings are left out; --format json has all of them.` },
          },
        ],
      };

/** SARIF 2.1, with what GitHub's code scanning asks for: every result has a place, and a fingerprint that stays. */
export const sarif = ({ findings, config }: RootedResult): string => {
  const sorted = order.flatMap((kind) => findings.filter(({ severity }) => severity === kind)).slice(0, MAX_RESULTS);
  const byRule = new Map<string, Finding>();
  for (const finding of sorted) if (!byRule.has(finding.rule)) byRule.set(finding.rule, finding);
  const indexes = new Map([...byRule.keys()].map((rule, index) => [rule, index]));
  const fingerprintOf = fingerprints();
  const results = sorted.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule),
    level: finding.severity,
    message: { text: messageOf(finding) },
    locations: [locationOf(finding, config)],
    partialFingerprints: { 'supergraphElement/v1': fingerprintOf(finding) },
  }));
  const { version } = packageJson;
  const driver = { name: 'supergraph', semanticVersion: version, rules: [...byRule.values()].map(ruleOf) };
  const invocations = [{ executionSuccessful: true, ...leftOut(findings.length - sorted.length) }];
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', invocations, results };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
};
