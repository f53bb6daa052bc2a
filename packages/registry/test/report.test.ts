import { expect, it } from 'vitest';
import type { CheckResult } from '../src/check/run.ts';
import type { Finding, Severity } from '../src/finding.ts';
import { github } from '../src/report/github.ts';
import { json } from '../src/report/json.ts';
import { summary } from '../src/report/summary.ts';
import { text } from '../src/report/text.ts';

const finding = (severity: Severity, message: string): Finding => ({
  check: 'changes',
  rule: 'FIELD_REMOVED',
  severity,
  message,
  coordinate: 'Query.me',
  place: { file: 'a,b.graphql', line: 3, column: 5 },
});

const result: CheckResult = {
  findings: [
    finding('note', 'a note'),
    finding('warning', 'a | <b>\n::error::forged'),
    ...Array.from({ length: 12 }, (_, index) => finding('error', `error ${index}\n::warning::forged`)),
  ],
  ran: ['compose', 'changes'],
  passed: false,
};

it('annotates errors first, as many as GitHub keeps, and nothing that a message forges', () => {
  const lines = github(result).trim().split('\n');
  expect(lines).toHaveLength(14);
  expect(lines[0]).toBe('::error file=a%2Cb.graphql,line=3,col=5,title=FIELD_REMOVED::error 0%0A::warning::forged');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines[11]).toBe('error: error 11 ::warning::forged (a,b.graphql:3:5) FIELD_REMOVED');
  expect(lines.slice(12).map((line) => line.split(' ')[0])).toStrictEqual(['::warning', '::notice']);
});

it('sums up as a table', () => {
  const page = summary(result);
  expect(page).toContain('### The schema is bad: 12 errors, 1 warning, 1 note\n');
  expect(page).toContain('| warning | changes | a \\| &lt;b> ::error::forged | a,b.graphql:3 | FIELD_REMOVED |');
  expect(summary({ findings: [], ran: ['compose'], passed: true })).toBe('### The schema is good: nothing found\n');
});

it('is read by people, without colours where there is no terminal', () => {
  const page = text(result);
  expect(page).toMatch(/^compose: good\nchanges: 12 errors, 1 warning, 1 note\n/);
  expect(page).toContain('  note     a note\n           a,b.graphql:3:5 · Query.me · FIELD_REMOVED\n');
  expect(page).toMatch(/\n\nThe schema is bad: 12 errors, 1 warning, 1 note\.\n$/);
});

it('has the codes of Rover', () => {
  expect(JSON.parse(json(result))).toMatchObject({ json_version: '1', error: { code: 'E043' } });
  const unbuilt = { findings: [finding('error', 'no')], ran: ['compose'] as const, passed: false };
  expect(JSON.parse(json(unbuilt))).toMatchObject({
    data: { success: false },
    error: {
      code: 'E029',
      message: 'Encountered 1 build error while trying to build a supergraph.',
      details: { build_errors: [{ message: 'no', code: 'FIELD_REMOVED', type: 'composition' }] },
    },
  });
});
