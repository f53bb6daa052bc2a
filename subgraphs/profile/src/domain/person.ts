import { referralProblem } from '@qsr/subgraph/ids';

/** What is wrong with a part of a profile: the member of the input, and a sentence for a person. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

const longestName = 100;

/** Days of each month, in a leap year: the year of a birthday is nobody's business. */
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Control characters, and halves of characters. */
const unprintable = /[\p{Cc}\p{Cs}]/u;

/** What is wrong with a name. */
export const nameProblem = (field: string, name: string): Problem | null => {
  const { length } = name.trim();
  return length >= 1 && length <= longestName && !unprintable.test(name)
    ? null
    : { field, message: `Please give a name of 1 to ${longestName} characters.` };
};

/** What is wrong with a birthday; both parts come together or not at all. */
export const birthdayProblem = (month: number | null, day: number | null): Problem | null => {
  if (month === null && day === null) return null;
  if (month === null) return { field: 'birthMonth', message: 'A birthday needs a month beside its day.' };
  if (day === null) return { field: 'birthDay', message: 'A birthday needs a day beside its month.' };
  const days = daysOf[month - 1];
  if (days === undefined) return { field: 'birthMonth', message: `There is no month ${month}.` };
  return day >= 1 && day <= days ? null : { field: 'birthDay', message: `Month ${month} has no day ${day}.` };
};

/** What is wrong with the code of a country or a part of it, ISO 3166-2. */
export const jurisdictionProblem = (jurisdiction: string | null): Problem | null =>
  jurisdiction === null || /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(jurisdiction)
    ? null
    : { field: 'jurisdiction', message: 'A jurisdiction looks like US or US-CA (ISO 3166-2).' };

/** What is wrong with the id of a restaurant. Whether there is one is for orders to say. */
export const homeStoreProblem = (storeId: string | null): Problem | null =>
  storeId === null || /^sto_[0-9A-HJKMNP-TV-Z]{26}$/.test(storeId)
    ? null
    : { field: 'homeStoreId', message: 'This is no id of a restaurant.' };

/** What is wrong with the code of who recommended the program. */
export const recommenderProblem = (code: string | null | undefined): Problem | null => {
  const message = referralProblem(code);
  return message === null ? null : { field: 'referralCode', message };
};

/** The first thing that is wrong. */
export const firstProblem = (...problems: ReadonlyArray<Problem | null>): Problem | null =>
  problems.find((problem) => problem !== null) ?? null;
