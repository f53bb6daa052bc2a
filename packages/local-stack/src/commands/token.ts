import type { DataDirectory } from '../data-directory.ts';
import { readRunningStack } from '../running.ts';
import { tokenKind } from '../tokens/kinds.ts';
import { requestToken, type TokenOptions } from '../tokens/request.ts';
import { print } from './output.ts';

/** Prints a bearer token and nothing else. */
export const printToken = async (data: DataDirectory, kind: string, options: TokenOptions): Promise<void> => {
  const wanted = tokenKind(kind);
  print(await requestToken(await readRunningStack(data), wanted, options));
};
