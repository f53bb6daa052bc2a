import { guest, type Viewer } from '@qsr/identity';

/** The signed-in customer with this id. */
export const customerViewer = (customerId: string): Viewer => ({
  kind: 'customer',
  subject: customerId,
  customerId,
  scopes: [],
});

/** A member of staff who was granted exactly these scopes. */
export const staffViewer = (...scopes: readonly string[]): Viewer => ({
  kind: 'staff',
  subject: 'staff-1',
  customerId: null,
  scopes,
});

/** A machine of marketing that was granted exactly these scopes. */
export const clientViewer = (...scopes: readonly string[]): Viewer => ({
  kind: 'client',
  subject: 'client-1',
  customerId: null,
  scopes,
});

/** A caller without a token. */
export const guestViewer: Viewer = guest;
