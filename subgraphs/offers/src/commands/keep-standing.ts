import type { Work } from '../context.ts';
import { newcomer } from '../domain/eligibility.ts';
import type { CustomerStandingItem } from '../repository/customer-standings.ts';

type Change = (standing: CustomerStandingItem) => CustomerStandingItem;

/** Changes what is known of a customer, from nothing if need be. The item as it was says that nothing changes. */
const changeStanding = async (customerId: string, change: Change, { repositories }: Work): Promise<void> => {
  const { table } = repositories.customerStandings;
  for (;;) {
    const present = await table.get({ partition: customerId });
    const before: CustomerStandingItem = present ?? { ...newcomer, customerId };
    const after = change(before);
    if (present !== null && after === before) return;
    const written = present === null ? await table.create(after) : await table.replace(after, present.version);
    if (written) return;
  }
};

/** Somebody signed up: they are known from now on, in no segment and without a tier. */
export const welcome = (customerId: string, work: Work): Promise<void> =>
  changeStanding(customerId, (standing) => standing, work);

/** A customer is on a tier since an instant (RFC 3339). Events come in any order: an older one changes nothing. */
export const setTier = (
  customerId: string,
  { tierCode, since }: { readonly tierCode: string; readonly since: string },
  work: Work,
): Promise<void> =>
  changeStanding(
    customerId,
    (standing) =>
      standing.tierSince !== undefined && Date.parse(standing.tierSince) >= Date.parse(since)
        ? standing
        : { ...standing, tierCode, tierSince: since },
    work,
  );
