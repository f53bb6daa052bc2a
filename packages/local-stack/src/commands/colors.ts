import { isatty } from 'node:tty';
import picocolors from 'picocolors';

/** Colours on a terminal only; picocolors alone would also colour the log of a CI run. */
export const colors = picocolors.createColors(picocolors.isColorSupported && isatty(process.stdout.fd));
