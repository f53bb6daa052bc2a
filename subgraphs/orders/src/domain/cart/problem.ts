/** Why a cart cannot be as somebody wants it. `path` leads to the wrong member of the input; empty: it is in none. */
export interface Problem {
  readonly code:
    | 'INVALID_INPUT'
    | 'NOT_FOUND'
    | 'STORE_CLOSED'
    | 'ITEM_UNAVAILABLE'
    | 'MODIFIER_RULE_VIOLATED'
    | 'CURRENCY_MISMATCH'
    | 'VERSION_CONFLICT'
    | 'POINTS_UNAVAILABLE';
  /** A sentence for people. */
  readonly message: string;
  readonly path: readonly string[];
}

/** A problem with one member of the input. */
export const problem = (code: Problem['code'], message: string, ...path: readonly string[]): Problem => ({
  code,
  message,
  path,
});
