/** Why a supergraph was not taken. */
export type RefusalCode =
  /** Nothing was to be had: no such file, no answer, an answer that is not 200, or one that broke off. */
  | 'UNAVAILABLE'
  | 'TOO_LARGE'
  /** It is no artifact, or none that this version knows. */
  | 'MALFORMED'
  /** It is not what its digest names. */
  | 'DIGEST_MISMATCH'
  | 'UNSIGNED'
  | 'UNKNOWN_KEY'
  | 'BAD_SIGNATURE'
  /** Its version is lower than that of the one in use. */
  | 'OLDER'
  /** It has the version of the one in use, and another content. */
  | 'CONFLICT';

/** A supergraph that was not taken. The message says why; that of `readRelease` begins with where it was read. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
