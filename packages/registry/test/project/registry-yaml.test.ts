import { describe, expect, it } from 'vitest';
import { runHere } from '../in-process.ts';
import { makeRepository } from '../support.ts';

describe('a fault of registry.yaml', () => {
  const faultsWith = async (settings: string) => {
    const { write, folder } = makeRepository();
    write({ 'registry.yaml': settings });
    return runHere(folder)('compose');
  };

  it('is told at its place, all of them at once', async () => {
    const { code, stderr } = await faultsWith('usage:\n  days: none\ncontracts:\n  public: 3\n');
    expect(stderr).toMatch(
      /^registry\.yaml:2:9: usage\.days: .*number.*\nregistry\.yaml:4:11: contracts\.public: .*\.\n$/,
    );
    expect(code).toBe(3);
  });

  it('is told where aliases grow without end', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]`,
    );
    const { code, stderr } = await faultsWith(`a0: &a0 [x]\n${rows.join('\n')}\n`);
    expect([code, stderr]).toStrictEqual([
      3,
      expect.stringMatching(/^registry\.yaml:1:1: Its aliases stand for more than is read\./),
    ]);
  });
});
