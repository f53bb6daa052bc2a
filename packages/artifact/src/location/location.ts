import { openFile } from './file.ts';
import { openUrl } from './url.ts';

/** What may be read, and how long that may take. */
export interface LocationOptions {
  /** Of a file, or of an answer after decompression: none can exhaust the memory. */
  readonly maxBytes: number;
  /** Of one exchange over HTTP altogether, in ms. */
  readonly timeoutMs: number;
  /** Beside those that ask whether something changed, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is at a location, and what to ask with whether it has changed: undefined where that cannot be asked. */
export interface Head {
  readonly bytes: Buffer;
  readonly validator: string | undefined;
}

/** Where a supergraph is read from. All its functions throw `Refused`. */
export interface Location {
  /** The path, or the URL without what may be secret in it. */
  readonly name: string;
  /** Resolves with undefined when nothing has changed since the validator was given. */
  head(validator: string | undefined, signal?: AbortSignal): Promise<Head | undefined>;
  /** Reads what lies at a path relative to the pointer. */
  part(path: string, limits: { readonly maxBytes: number; readonly signal?: AbortSignal | undefined }): Promise<Buffer>;
}

/** A file, a folder that holds `latest.json`, or an http(s) URL of either. Throws an `Error` for a URL that cannot be used. */
export const openLocation = (configured: string, options: LocationOptions): Location =>
  /^https?:\/\//i.test(configured) ? openUrl(configured, options) : openFile(configured, options);
