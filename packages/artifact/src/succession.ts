import type { Manifest } from './manifest.ts';
import { Refused } from './refused.ts';

/**
 * An old artifact with a good signature is still an old one: whoever can write where artifacts lie must not be able to bring
 * back a schema that was withdrawn. Throws `Refused`.
 */
export const requireSuccessor = (running: Manifest | undefined, next: Manifest | undefined): void => {
  if (running === undefined || next === undefined) return;
  if (next.version < running.version) {
    throw new Refused('OLDER', `is version ${next.version}, older than version ${running.version}, which is in use`);
  }
  if (next.version === running.version && next.content !== running.content) {
    throw new Refused('CONFLICT', `is version ${next.version} like the one in use, with another content`);
  }
};
