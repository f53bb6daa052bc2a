import { listConnection, pageRequest, storedFields } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import { consentAt, effectiveConsents } from '../domain/consent.ts';
import type { CustomerResolvers } from '../generated/resolvers.ts';

const stored = storedFields(({ loaders }: Context) => loaders.customers);

export const Customer: CustomerResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.customers.load(id),
  version: stored((customer) => customer.revision),
  status: stored((customer) => customer.status),
  givenName: stored((customer) => customer.givenName ?? null),
  familyName: stored((customer) => customer.familyName ?? null),
  email: stored((customer) => customer.email ?? null),
  phone: stored((customer) => customer.phone ?? null),
  birthday: stored((customer) => customer.birthday ?? null),
  locale: stored((customer) => customer.locale),
  homeStore: stored((customer) => (customer.homeStoreId === undefined ? null : { id: customer.homeStoreId })),
  consents: stored((customer, { now }) => effectiveConsents(customer.consents, now())),
  consentHistory: async ({ id }, args, { loaders, now }) => {
    const where = 'Customer.consentHistory';
    const page = pageRequest(args, { where, initial: 20, maximum: 50 });
    const customer = await loaders.customers.load(id);
    if (customer === null) return null;
    const newestFirst = customer.consents.map((record) => consentAt(record, now())).reverse();
    return listConnection(newestFirst, page, { where, list: `consents ${id}`, keyOf: (consent) => consent.id });
  },
  communicationPreferences: stored((customer) => customer.communicationPreferences),
  doNotSellOrShare: stored((customer) => customer.doNotSellOrShare),
  privacyRequests: ({ id }, _args, { repositories }) => repositories.privacyRequests.ofCustomer(id),
  createdAt: stored((customer) => customer.createdAt),
};
