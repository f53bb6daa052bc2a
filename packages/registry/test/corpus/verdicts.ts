import type { Case } from './case.ts';

/** What clients see stays; operations make no difference. */
export const unseen = (verdict: 'pass' | 'warn'): Pick<Case, 'blind' | 'touching' | 'beside'> => ({
  blind: verdict,
  touching: ['{ p { id } }', verdict],
  beside: ['{ __typename }', verdict],
});

export const refused: Pick<Case, 'blind' | 'touching' | 'beside'> = {
  blind: 'fail',
  touching: ['{ p { id } }', 'fail'],
  beside: ['{ __typename }', 'fail'],
};
