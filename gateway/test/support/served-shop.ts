import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from './gateway.ts';
import { startShop } from './shop.ts';

/** The shop with the file of its supergraph, for gateways that are processes. */
export const serveShop = async () => {
  const shop = await startShop();
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const supergraph = join(folder, 'any.graphql');
  await writeFile(supergraph, compose(shop.subgraphs));
  return {
    ...shop,
    supergraph,
    async [Symbol.asyncDispose]() {
      await shop[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
};
