/** The part of an id that follows its prefix, as the text of a regular expression. */
export const ulid = '[0-9A-HJKMNP-TV-Z]{26}';

const customerPattern = new RegExp(`^cus_${ulid}$`);

/** Whether a customer with this id can exist. Whether one does is for profile to say. */
export const canBeCustomerId = (id: string): boolean => customerPattern.test(id);
