import { lookup } from 'node:dns/promises';
import { it } from 'vitest';
import type { Server } from './conformance/fixture.ts';
import { storeConformance } from './conformance/suite.ts';

const DOWNLOADS = 'fastdl.mongodb.org';

/**
 * Runs the suite on a server from outside, or says in one line why it does not and how it would. In CI a service that
 * is not there is a failure, for nobody reads what was skipped.
 */
export const conformanceOnService = (
  name: string,
  kind: Server['kind'],
  service: { readonly variable: string; readonly start: (() => Promise<Server>) | undefined },
): void => {
  if (service.start !== undefined) {
    storeConformance(name, kind, service.start);
    return;
  }
  const advice = `needs ${service.variable}; \`npm run services\` starts one and prints it`;
  if (process.env['CI'] === 'true') {
    it(`the store on ${name}`, () => {
      throw new Error(advice);
    });
  } else it.skip(`the store on ${name}: ${advice}`);
};

/** A MongoDB of this process, if its binary is here or can be fetched; the first time that takes a while. */
export const startEmbeddedMongo = async (): Promise<{ uri: string; stop: () => Promise<void> } | undefined> => {
  try {
    await lookup(DOWNLOADS);
    const { MongoMemoryServer } = await import('mongodb-memory-server-core');
    const server = await MongoMemoryServer.create();
    return { uri: server.getUri(), stop: () => server.stop().then(() => undefined) };
  } catch {
    return undefined;
  }
};
