import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '@qsr/local-stack/free-port';

/**
 * Hive Gateway by its command line, one process. The argument is the supergraph; `HIVE_ROUTER_RUNTIME` and
 * `SHARE_IN_FLIGHT` choose its planner and whether requests share work.
 */
const peers = join(import.meta.dirname, '../peers');
const POLL_MS = 50;

/** Resolves when the gateway listens and has its schema. */
const ready = async (url: string): Promise<void> => {
  for (;;) {
    const response = await fetch(`${url}/readiness`).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const options = ['--host', '127.0.0.1', '--port', String(port), '--config-path', join(peers, 'gateway.config.js')];
process.argv = [process.execPath, 'hive-gateway', 'supergraph', String(process.argv[2]), ...options];
await import(pathToFileURL(join(peers, 'node_modules/@graphql-hive/gateway/dist/bin.js')).href);
await ready(url);
process.send?.({ url: `${url}/graphql` });
process.on('disconnect', () => process.exit());
