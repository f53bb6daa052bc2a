import { z } from 'zod';
import { endpoint, type Answer, type Endpoint } from '../core/endpoint.ts';
import { id64, integerField } from '../core/wire.ts';
import type { AccountRow } from './accounts.ts';
import { fieldsOf, firstValue, outcomeReply } from './replies.ts';
import { headerInfo, invalidTransaction } from './requests.ts';
import { newAuthCode, type LoyaltySystem } from './system.ts';

const criterion = z.object({ name: z.enum(['cardnum', 'username', 'email', 'phonenum']), value: z.string().min(1) });

type Criterion = z.output<typeof criterion>;

const queryParams = z.object({
  headerInfo,
  pageSize: integerField(),
  accountQueries: z.array(criterion).min(1),
});

const matching = ({ accounts }: LoyaltySystem, { name, value }: Criterion): AccountRow[] => {
  if (name === 'phonenum') return accounts.by('mobilePhone', value);
  if (name !== 'cardnum') return accounts.by('email', value);
  const account = accounts.byCard(value);
  return account === undefined ? [] : [account];
};

const columns = ['cardNumber', 'username', 'firstName', 'lastName', 'email', 'phone'];

const rowOf = (account: AccountRow) => {
  const fields = fieldsOf(account);
  const text = (name: string) => firstValue(fields, name) ?? '';
  const email = account.email ?? '';
  return {
    fields: [account.printedCardNumber, email, text('firstName'), text('lastName'), email, text('mobilePhone')],
  };
};

/** Accounts that match every criterion, in columns. */
const accountQuery = (system: LoyaltySystem, params: z.output<typeof queryParams>): Answer => {
  const [first = [], ...others] = params.accountQueries.map((query) => matching(system, query));
  const found = first.filter((account) =>
    others.every((list) => list.some(({ accountId }) => accountId === account.accountId)),
  );
  const page = found.slice(0, params.pageSize);
  return {
    ...outcomeReply('authorizedSuccess'),
    datetime: system.now().toISOString(),
    header: { fields: columns },
    rows: page.map(rowOf),
    pageRecordCount: page.length,
    totalRecordCount: found.length,
    pxAuthCode: newAuthCode(system.random),
    pxTransactionId: id64('0'),
    senderId: 'POS',
  };
};

export const queryEndpoints = (system: LoyaltySystem): Endpoint[] => [
  endpoint({
    name: 'transaction/accountQuery',
    methods: ['POST'],
    paths: ['/rest/:release/transaction/accountQuery.json'],
    params: queryParams,
    answer: (params) => accountQuery(system, params),
    invalid: invalidTransaction,
  }),
];
