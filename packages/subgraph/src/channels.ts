/** Where an order is made. */
export type SalesChannel = 'APP' | 'WEB' | 'KIOSK' | 'IN_STORE' | 'DRIVE_THRU' | 'CALL_CENTER' | 'THIRD_PARTY';

/** How the guest gets the food. */
export type HandoffMode = 'PICKUP' | 'CURBSIDE' | 'DRIVE_THRU' | 'DINE_IN' | 'DELIVERY';
