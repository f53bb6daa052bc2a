import type { CheckResult } from '../check/run.ts';
import type { Finding } from '../finding.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub takes no result without a place. */
const locationOf = ({ place, coordinate }: Finding, config: string) => ({
  physicalLocation: {
    artifactLocation: { uri: place?.file ?? config },
    region: { startLine: place?.line ?? 1, startColumn: place?.column ?? 1 },
  },
  ...(coordinate === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: coordinate }] }),
});

const resultOf = (finding: Finding, config: string) => ({
  ruleId: finding.rule,
  level: finding.severity,
  message: { text: finding.message },
  locations: [locationOf(finding, config)],
});

/** SARIF 2.1, for code scanning. What has no place of its own gets that of the configuration. */
export const sarif = ({ findings }: CheckResult, config = 'supergraph.yaml'): string => {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const driver = { name: 'supergraph', rules };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [{ tool: { driver }, results: findings.map((finding) => resultOf(finding, config)) }] })}\n`;
};
