/** The part of an id that follows its prefix, as the text of a regular expression. */
export const ulid = '[0-9A-HJKMNP-TV-Z]{26}';

const customerPattern = new RegExp(`^cus_${ulid}$`);

/** Whether a customer with this id can exist. Whether one does is for profile to say. */
export const canBeCustomerId = (id: string): boolean => customerPattern.test(id);

/** What is wrong with the form of the code of who recommended the program; null when nothing is. */
export const referralProblem = (code: string | null | undefined): string | null =>
  code == null || /^[A-Za-z0-9-]{4,32}$/.test(code) ? null : 'A referral code has 4 to 32 letters, digits and dashes.';
