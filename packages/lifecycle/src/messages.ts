/** What a parent tells a worker. A signal would reach it twice, and end it, when Ctrl-C goes to all. */
export const STOP = 'stop';

/** Comes from the parent with a connection to serve. */
export const CONNECTION = 'connection';

/** A worker's answer to `CONNECTION`, before it reads anything: a connection that was not taken can go to another one. */
export const TAKEN = 'taken';

/** A worker's word that a connection it took has ended. */
export const CLOSED = 'closed';
