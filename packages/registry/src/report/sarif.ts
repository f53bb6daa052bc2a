import type { CheckResult } from '../check/run.ts';
import type { Finding } from '../finding.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const locationOf = ({ place, coordinate }: Finding) => ({
  ...(place === undefined
    ? {}
    : {
        physicalLocation: {
          artifactLocation: { uri: place.file },
          region: { startLine: place.line, startColumn: place.column },
        },
      }),
  ...(coordinate === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: coordinate }] }),
});

const resultOf = (finding: Finding) => ({
  ruleId: finding.rule,
  level: finding.severity,
  message: { text: finding.message },
  locations: [locationOf(finding)],
});

/** SARIF 2.1, for code scanning. */
export const sarif = ({ findings }: CheckResult): string => {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const driver = { name: 'supergraph', rules };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [{ tool: { driver }, results: findings.map(resultOf) }] })}\n`;
};
