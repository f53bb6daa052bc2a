import { audience } from './request.ts';
import { tokenKinds } from './kinds.ts';

/**
 * The `iss` of local tokens. A name and not the address of the identity provider, which changes with every start:
 * tokens in a shell or a browser tab stay good as long as the keys, which are kept in the data directory.
 */
export const issuerName = (issuer: string): string => `http://identity.localhost/${issuer}`;

/** The gateway's `ISSUERS`. */
export const issuersVariable = (identityProvider: string): string =>
  JSON.stringify(
    Object.values(tokenKinds).map(({ issuer, viewerKind }) => ({
      issuer: issuerName(issuer),
      jwksUri: `${identityProvider}/${issuer}/jwks`,
      audience,
      kind: viewerKind,
    })),
  );
