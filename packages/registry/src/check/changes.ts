import type { Level } from '../changes/change.ts';
import { diffApi } from '../changes/diff.ts';
import type { Severity } from '../finding.ts';
import type { Check } from './context.ts';

const severities: Readonly<Record<Level, Severity>> = { breaking: 'error', dangerous: 'warning', safe: 'note' };

/** What is different for clients. */
export const changes: Check = {
  name: 'changes',
  run: async ({ base, head }) => {
    const found = base === undefined ? [] : await diffApi(base.api, head.api);
    return found.map(({ kind, level, message, coordinate }) => ({
      check: 'changes',
      rule: kind,
      severity: severities[level],
      message,
      ...(coordinate === undefined ? {} : { coordinate }),
    }));
  },
};
