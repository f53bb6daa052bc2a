import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/finding.ts';
import type { Case, Verdict } from './corpus/case.ts';
import { corpus } from './corpus/index.ts';
import { composeCase, recordingOf, runCase } from './corpus/run.ts';

const severities: Readonly<Record<Verdict, Finding['severity']>> = { fail: 'error', warn: 'warning', pass: 'note' };

it('is large enough, and every case has a name of its own', () => {
  const names = Object.values(corpus).flatMap((cases) => cases.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(120);
  expect(new Set(names).size).toBe(names.length);
});

const ruleOf = ({ rule, coordinate, blind, reported }: Case): Partial<Finding> | undefined =>
  rule === undefined
    ? undefined
    : { rule, severity: reported ?? severities[blind], ...(coordinate === undefined ? {} : { coordinate }) };

const matches = (finding: Finding, expected: Partial<Finding>): boolean =>
  Object.entries(expected).every(([key, value]) => finding[key as keyof Finding] === value);

describe.each(Object.entries(corpus))('%s', (_, cases) => {
  it.each(cases)('$name', async (one) => {
    const composition = composeCase(one);
    const [touching, beside] = [one.touching[0], one.beside[0]];
    const { api } = composition.before.schemas!;
    expect(validate(api, parse(touching))).toEqual([]);
    expect(validate(api, parse(beside))).toEqual([]);
    const blind = await runCase(composition, undefined);
    const said = {
      blind: blind.verdict,
      touching: [touching, (await runCase(composition, recordingOf(touching))).verdict],
      beside: [beside, (await runCase(composition, recordingOf(beside))).verdict],
    };
    expect(said).toEqual({ blind: one.blind, touching: one.touching, beside: one.beside });
    const expected = ruleOf(one);
    const own = blind.findings.filter(({ check }) => check === 'changes');
    const found = expected === undefined ? own : blind.findings.filter((finding) => matches(finding, expected));
    expect({ found: found.length > 0, all: blind.findings }).toMatchObject({ found: expected !== undefined });
    // Whoever is refused is told where.
    const lost = own.filter(({ severity, place, coordinate }) => severity === 'error' && coordinate && !place);
    expect(lost.filter(({ rule }) => rule !== 'TYPE_REMOVED' && rule !== 'DIRECTIVE_REMOVED')).toEqual([]);
  });
});
