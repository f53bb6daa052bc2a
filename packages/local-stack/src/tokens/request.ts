import { Problem } from '../problem.ts';
import { grantedScopes, tokenKinds, type TokenKind } from './kinds.ts';

/** What a token should say. `customer` (its id) and `scopes` default to those of the kind; `ttlSeconds` to an hour. */
export interface TokenOptions {
  readonly customer?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly ttlSeconds?: number | undefined;
}

/** Where to ask, and whose token it is when no customer is named. */
export interface TokenSource {
  readonly identityProvider: string;
  readonly defaultCustomerId: string;
}

/** The audience of every token that the gateway of a local stack accepts. */
export const audience = 'qsr-supergraph';

const customerId = /^cus_[0-9A-HJKMNP-TV-Z]{26}$/;

const identityClaims = (kind: TokenKind, options: TokenOptions, source: TokenSource): Record<string, string> => {
  if (kind !== 'customer') {
    if (options.customer !== undefined) throw new Problem(`A ${kind} token is of no customer: leave --customer out.`);
    return { sub: `local-${kind}` };
  }
  const id = options.customer ?? source.defaultCustomerId;
  if (!customerId.test(id)) throw new Problem(`"${id}" is not a customer id: cus_ and 26 characters, as Customer.id.`);
  return { sub: id, customer_id: id };
};

/** A bearer token from the identity provider of a running stack. Throws `Problem` for what it will not grant. */
export const requestToken = async (
  source: TokenSource,
  kind: TokenKind,
  options: TokenOptions = {},
): Promise<string> => {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    aud: audience,
    scope: grantedScopes(kind, options.scopes).join(' '),
    ttl: String(options.ttlSeconds ?? 3_600),
    ...identityClaims(kind, options, source),
  });
  const endpoint = `${source.identityProvider}/${tokenKinds[kind].issuer}/token`;
  const response = await fetch(endpoint, { method: 'POST', body: form }).catch(() => null);
  if (response === null) throw new Problem(`The identity provider at ${source.identityProvider} does not answer.`);
  if (!response.ok) throw new Problem(`The identity provider refused: ${await response.text()}`);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
};
