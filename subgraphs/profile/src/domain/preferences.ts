/** Whether a group of messages is wanted on a channel. */
export interface Preference {
  readonly group: string;
  readonly channel: 'EMAIL' | 'SMS' | 'PUSH';
  readonly subscribed: boolean;
}

/** A preference and since when it has been as it is; RFC 3339. */
export interface DatedPreference extends Preference {
  readonly updatedAt: string;
}

const form = /^[a-z0-9][a-z0-9-]{0,63}$/;
const most = 100;

const isSame = (one: Preference, other: Preference): boolean =>
  one.group === other.group && one.channel === other.channel;

/** What is wrong with a list of preferences, and where; null when nothing is. */
export const preferenceProblem = (
  wanted: readonly Preference[],
): { readonly message: string; readonly path: readonly string[] } | null => {
  if (wanted.length === 0 || wanted.length > most) {
    return { message: `Please set 1 to ${most} preferences.`, path: ['preferences'] };
  }
  const unnamed = wanted.findIndex(({ group }) => !form.test(group));
  if (unnamed >= 0) {
    const message = 'A group is named by up to 64 small letters, digits and dashes, for example order-updates.';
    return { message, path: ['preferences', String(unnamed), 'group'] };
  }
  const repeated = wanted.findIndex((one, place) => wanted.slice(0, place).some((earlier) => isSame(one, earlier)));
  return repeated < 0
    ? null
    : { message: 'Each group and channel can be set once in a request.', path: ['preferences', String(repeated)] };
};

/** The preferences with some set anew; what does not change keeps its date. */
export const withPreferences = (
  present: readonly DatedPreference[],
  wanted: readonly Preference[],
  at: string,
): readonly DatedPreference[] => {
  const dated = wanted.map((preference): DatedPreference => {
    const before = present.find((other) => isSame(preference, other));
    return before?.subscribed === preference.subscribed ? before : { ...preference, updatedAt: at };
  });
  const kept = present.filter((other) => !wanted.some((preference) => isSame(preference, other)));
  return [...kept, ...dated];
};
