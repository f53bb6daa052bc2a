/** The connection ended before the answer did. Its code is the one that the system gives for the same. */
export class ConnectionLost extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('the connection was closed before the answer was complete');
  }
}

/** No connection came about in time. */
export class ConnectTimeout extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`no connection in ${ms} ms`);
  }
}

/** What came is no HTTP that we trust: whoever sent it may see the borders between answers elsewhere than we do. */
export class MalformedAnswer extends Error {}

/** An answer above the size limit. */
export class AnswerTooLong extends Error {
  constructor(maxBytes: number) {
    super(`the answer is longer than ${maxBytes} bytes`);
  }
}
