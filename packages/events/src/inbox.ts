/** Which events a consumer has acted on. Kept by the consumer's service for at least as long as an event can come again. */
export interface Inbox {
  seen(consumer: string, eventId: string): Promise<boolean>;
  /** Called after the effect; `at` is an RFC 3339 instant. May be called again for the same event. */
  done(consumer: string, eventId: string, at: string): Promise<void>;
}
