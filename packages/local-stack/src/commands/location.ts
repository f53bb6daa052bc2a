import { resolve } from 'node:path';
import { loadConfig } from '@qsr/config';
import { z } from 'zod';
import { dataDirectory, type DataDirectory } from '../data-directory.ts';
import { repositoryRoot } from '../repository-root.ts';

/** Where every command finds the stack it is about. */
export const location = {
  DATA_DIR: z.string().default(resolve(repositoryRoot, '.data')).describe('Where the local stack keeps its data'),
};

/** The data directory that the environment names. */
export const namedDataDirectory = (): DataDirectory => dataDirectory(loadConfig('local-stack', location).DATA_DIR);
