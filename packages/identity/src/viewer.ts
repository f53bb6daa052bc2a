/** How the caller proved who they are. `client` is a machine (client credentials), for example a marketing tool. */
export type ViewerKind = 'guest' | 'customer' | 'staff' | 'client';

/** The caller of one request, as every service sees it. */
export interface Viewer {
  readonly kind: ViewerKind;
  /** The token's subject; null for guests. */
  readonly subject: string | null;
  /** The signed-in customer (`cus_…`); null for everybody else. */
  readonly customerId: string | null;
  /** OAuth scopes that were granted; always empty for guests and customers. */
  readonly scopes: readonly string[];
}

/** A caller without a token. */
export const guest: Viewer = Object.freeze({
  kind: 'guest',
  subject: null,
  customerId: null,
  scopes: Object.freeze([]),
});

/** True when the viewer was granted the scope by name. */
export const hasScope = (viewer: Viewer, scope: string): boolean => viewer.scopes.includes(scope);
