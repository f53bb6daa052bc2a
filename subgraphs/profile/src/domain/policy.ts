/** Legal texts that customers agree to. */
export type PolicyType = 'TERMS' | 'PRIVACY_NOTICE' | 'MARKETING_CONSENT';

/** The legal text that a purpose is asked under. */
export const policyFor = (purpose: string): PolicyType =>
  purpose === 'MARKETING' ? 'MARKETING_CONSENT' : 'PRIVACY_NOTICE';
