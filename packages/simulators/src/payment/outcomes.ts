/** What the processor says. A approved, B try again, C declined or refused. */
export interface Outcome {
  readonly respstat: 'A' | 'B' | 'C';
  readonly respcode: string;
  readonly resptext: string;
}

const outcomes = {
  approved: ['A', '00', 'Approval'],
  profileSaved: ['A', '09', 'Profile Saved'],
  profileDeleted: ['A', '08', 'Profile Deleted'],
  softDeclined: ['B', '91', 'Issuer unavailable, try again'],
  throttled: ['B', '98', 'Too many requests'],
  failed: ['B', '99', 'System error'],
  declined: ['C', '05', 'Do not honor'],
  notFound: ['C', '29', 'Txn not found'],
  invalid: ['C', '34', 'Invalid field'],
  badAmount: ['C', '32', 'Invalid amount'],
  duplicate: ['C', '94', 'Duplicate order id'],
  notApproved: ['C', '36', 'Txn was not approved'],
  alreadyCaptured: ['C', '37', 'Txn was captured before'],
  alreadyVoided: ['C', '38', 'Txn was voided before'],
  alreadySettled: ['C', '39', 'Txn is settled, refund it'],
  notSettled: ['C', '40', 'Txn is not settled, void it'],
  exceeds: ['C', '61', 'Amount exceeds what is left'],
  profileNotFound: ['C', '96', 'Profile not found'],
} as const;

export type OutcomeName = keyof typeof outcomes;

export const outcomeOf = (name: OutcomeName): Outcome => {
  const [respstat, respcode, resptext] = outcomes[name];
  return { respstat, respcode, resptext };
};

/** A refusal as a whole answer; the gateway sends it with HTTP 200. */
export const refusal = (name: OutcomeName, detail?: string): object => ({
  ...outcomeOf(name),
  ...(detail === undefined ? {} : { resptext: detail }),
  respproc: 'PPS',
});

/** How the processor judges a token: the magic ones by their name, every other one is approved. */
export const judge = (token: string): 'approved' | 'declined' | 'softDeclined' => {
  if (token === 'tok_declined') return 'declined';
  return token === 'tok_soft_declined' ? 'softDeclined' : 'approved';
};

/** Approved and applied, but the client never hears of it. */
export const answersNever = (token: string): boolean => token === 'tok_timeout_after_apply';
