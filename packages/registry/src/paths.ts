import { posix, relative, sep } from 'node:path';

/** A path as seen from a folder, with `/`; empty for the folder itself. */
export const pathFrom = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

/** False for what lies beside the folder that a path with `/` is seen from. */
export const isWithin = (path: string): boolean => !posix.isAbsolute(path) && !/^(\.\.(\/|$)|[A-Za-z]:)/.test(path);
