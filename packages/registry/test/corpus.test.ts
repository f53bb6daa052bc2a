import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './corpus/case.ts';
import { corpus } from './corpus/index.ts';
import { composeCase, recordingOf, runCase } from './corpus/run.ts';

const severities: Readonly<Record<Verdict, string>> = { fail: 'error', warn: 'warning', pass: 'note' };

it('is large enough, and every case has a name of its own', () => {
  const names = Object.values(corpus).flatMap((cases) => cases.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(120);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(Object.entries(corpus))('%s', (_, cases) => {
  it.each(cases)('$name', async (one) => {
    const composition = composeCase(one);
    const [touching, beside] = [one.touching, one.beside].map(([text, verdict]) => ({
      text,
      verdict,
      recording: recordingOf(text),
    }));
    for (const { text } of [touching!, beside!]) {
      expect(validate(composition.before.schemas!.api, parse(text)), text).toEqual([]);
    }
    const blind = await runCase(composition, undefined);
    expect.soft(blind.verdict, 'without usage').toBe(one.blind);
    const hit = await runCase(composition, touching!.recording);
    expect.soft(hit.verdict, `with ${touching!.text}`).toBe(touching!.verdict);
    const missed = await runCase(composition, beside!.recording);
    expect.soft(missed.verdict, `with ${beside!.text}`).toBe(beside!.verdict);
    const found = blind.findings.filter(({ check }) => check === 'changes');
    if (one.rule === undefined) expect(found).toEqual([]);
    else {
      const expected = { rule: one.rule, severity: severities[one.blind] };
      const coordinate = one.coordinate === undefined ? {} : { coordinate: one.coordinate };
      expect(blind.findings).toContainEqual(expect.objectContaining({ ...expected, ...coordinate }));
    }
  });
});
