import { resolve } from 'node:path';

/** The repository that this package is part of. */
export const repositoryRoot = resolve(import.meta.dirname, '../../..');
