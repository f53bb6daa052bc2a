import type { Finding, Severity } from '../finding.ts';

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** Such as `2 errors, 1 warning`; `nothing found` for none. */
export const counted = (findings: readonly Finding[]): string =>
  order
    .map((kind) => ({ kind, count: findings.filter(({ severity }) => severity === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`)
    .join(', ') || 'nothing found';
