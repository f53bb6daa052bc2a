/**
 * Thrown by a handler that cannot act yet, because something it needs is away: the event comes again after `ms`
 * milliseconds (up to 15 minutes), as often as it takes, and this does not count as a try.
 */
export class Later extends Error {
  override readonly name = 'Later';
  readonly ms: number;

  constructor(ms: number, message = 'not yet') {
    super(message);
    this.ms = ms;
  }
}
