import { createHash } from 'node:crypto';
import { z } from 'zod';
import { endpoint, type Answer, type Endpoint } from '../core/endpoint.ts';
import { integerField } from '../core/wire.ts';
import { failureReply } from './replies.ts';
import { invalidGuestCall } from './requests.ts';
import type { LoyaltySystem } from './system.ts';

const LIFE_SECONDS = 1_800;

/** Guest tokens live in memory: a restart ends every session, as a release of the real system may. */
export interface GuestTokens {
  /** The account that a valid access token was issued for. */
  accountOf(accessToken: string): string | undefined;
  issue(accountId: string): { readonly access_token: string; readonly refresh_token: string };
  /** The account of a refresh token, which is used up by this. */
  redeem(refreshToken: string): string | undefined;
}

export const hashPassword = (password: string): string => createHash('sha256').update(password).digest('hex');

export const createGuestTokens = ({ now, random }: LoyaltySystem): GuestTokens => {
  const access = new Map<string, { accountId: string; until: number }>();
  const refresh = new Map<string, string>();
  const secret = () => Buffer.from(Array.from({ length: 24 }, () => Math.floor(random() * 256))).toString('base64url');
  return {
    accountOf: (token) => {
      const found = access.get(token);
      return found !== undefined && found.until > now().getTime() ? found.accountId : undefined;
    },
    issue: (accountId) => {
      const tokens = { access_token: secret(), refresh_token: secret() };
      access.set(tokens.access_token, { accountId, until: now().getTime() + LIFE_SECONDS * 1_000 });
      refresh.set(tokens.refresh_token, accountId);
      return tokens;
    },
    redeem: (token) => {
      const accountId = refresh.get(token);
      refresh.delete(token);
      return accountId;
    },
  };
};

const scopes = 'account_read account_write user_read user_write';

const tokenParams = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('password'),
    merchantId: integerField(),
    username: z.string(),
    password: z.string(),
    scope: z.string().default(scopes),
  }),
  z.object({
    grant_type: z.literal('refresh_token'),
    merchantId: integerField(),
    refresh_token: z.string(),
    scope: z.string().default(scopes),
  }),
]);

type TokenParams = z.output<typeof tokenParams>;

const grantedAccount = ({ accounts }: LoyaltySystem, tokens: GuestTokens, params: TokenParams) => {
  if (params.grant_type === 'refresh_token') return accounts.byId(tokens.redeem(params.refresh_token) ?? '');
  const password = hashPassword(params.password);
  return accounts.by('email', params.username).find((account) => account.password === password);
};

const requestGuestToken = (system: LoyaltySystem, tokens: GuestTokens, params: TokenParams): Answer => {
  const account = grantedAccount(system, tokens, params);
  if (account === undefined) return failureReply('oauth.invalid_grant', 'The grant is not valid');
  return {
    result: 'success',
    ...tokens.issue(account.accountId),
    token_type: 'bearer',
    expires_in: LIFE_SECONDS,
    scope: params.scope,
    username: account.email ?? '',
  };
};

/** The OAuth service; of its grants, password and refresh_token. */
export const tokenEndpoints = (system: LoyaltySystem, tokens: GuestTokens): Endpoint[] => [
  endpoint({
    name: 'oauth/requestGuestToken',
    methods: ['POST'],
    paths: ['/rest/:release/oauth/requestGuestToken.json'],
    params: tokenParams,
    answer: (params) => requestGuestToken(system, tokens, params),
    invalid: invalidGuestCall,
  }),
];
