/** The write may have had its effect, or may have it a moment later: ask before anything is done about it. */
export interface Unknown {
  readonly outcome: 'unknown';
  readonly cause:
    | 'timeout'
    /** The connection ended before the answer did. */
    | 'disconnected'
    /** An error of the system, HTTP 5xx or a failure code. */
    | 'failed'
    /** An answer that is cut off or none of this system. */
    | 'unreadable'
    /** The system has seen this id before, and does not say what became of it. */
    | 'duplicate'
    /** It was asked what became of an earlier attempt, and did not answer. */
    | 'unread';
}

/** The write certainly had no effect; the same call may be made again. */
export interface NotSent {
  readonly outcome: 'notSent';
  readonly cause:
    /** No connection came about. */
    | 'unreachable'
    /** Held back here: the breaker is open, too many writes wait, or the time was over before its turn came. */
    | 'heldBack'
    /** Answered with "too many requests". */
    | 'throttled'
    /** Our credentials are refused. */
    | 'unauthorized'
    /** HTTP 4xx: not even taken for a call. */
    | 'rejected';
}

/** What a write may end with besides a business outcome. */
export type Unsettled = Unknown | NotSent;

/** The system understood, and does not do this. The same call will be refused again. */
export interface Refused<Code extends string> {
  readonly outcome: 'refused';
  readonly code: Code;
  /** In the system's words: for logs and staff, not for customers. */
  readonly reason: string;
}
