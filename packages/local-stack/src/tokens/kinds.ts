import { Problem } from '../problem.ts';

/** Who a token is for: the commands' word. */
export type TokenKind = 'customer' | 'marketing' | 'staff';

/** One issuer for each kind of caller, as in production. `viewerKind` is what the gateway makes of its tokens. */
export interface KindRules {
  readonly issuer: 'customers' | 'clients' | 'staff';
  readonly viewerKind: 'customer' | 'client' | 'staff';
  /** Granted unless the caller asks for fewer. */
  readonly scopes: readonly string[];
  /** Granted only to who names them. */
  readonly scopesByName: readonly string[];
}

export const tokenKinds: Readonly<Record<TokenKind, KindRules>> = {
  customer: { issuer: 'customers', viewerKind: 'customer', scopes: [], scopesByName: [] },
  marketing: {
    issuer: 'clients',
    viewerKind: 'client',
    scopes: ['marketing:read', 'marketing:export', 'marketing:members', 'marketing:manage'],
    scopesByName: ['marketing:pii'],
  },
  staff: {
    issuer: 'staff',
    viewerKind: 'staff',
    scopes: [
      'customer:read:any',
      'orders:read:any',
      'orders:refund',
      'loyalty:read:any',
      'loyalty:adjust',
      'offers:manage',
      'content:preview',
    ],
    scopesByName: [],
  },
};

/** Throws `Problem` listing the kinds for any other word. */
export const tokenKind = (text: string): TokenKind => {
  if (text in tokenKinds) return text as TokenKind;
  throw new Problem(`There is no token kind "${text}". Choose one of: ${Object.keys(tokenKinds).join(', ')}.`);
};

/** The scopes to grant. Throws `Problem` listing the allowed ones when one is not of this kind. */
export const grantedScopes = (kind: TokenKind, wanted: readonly string[] | undefined): readonly string[] => {
  const { scopes, scopesByName } = tokenKinds[kind];
  if (wanted === undefined) return scopes;
  const allowed = [...scopes, ...scopesByName];
  const refused = wanted.filter((scope) => !allowed.includes(scope));
  if (refused.length === 0) return wanted;
  const choice = allowed.length === 0 ? 'They carry none.' : `Choose from: ${allowed.join(', ')}.`;
  throw new Problem(`A ${kind} token cannot carry ${refused.join(', ')}. ${choice}`);
};
