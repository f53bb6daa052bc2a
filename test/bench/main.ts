import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { keepAwake, keepPolling } from './awake.ts';
import { bars } from './bars.ts';
import { installPeers } from './install.ts';
import { GATEWAY_CORE } from './bed.ts';
import { measure } from './measure.ts';
import { readOptions } from './options.ts';
import type { Row } from './rows.ts';
import { table } from './table.ts';

const options = readOptions(process.argv);
// Whatever was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

if (options.gateways.some(({ name }) => name.startsWith('hive'))) installPeers(join(import.meta.dirname, 'peers'));
keepAwake(GATEWAY_CORE);
const stopPolling = keepPolling();
const rows: Row[] = [];
try {
  for (const profile of options.profiles) rows.push(...(await measure(profile, options)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  stopPolling();
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
if (rows.length > 0) process.stdout.write(table(rows, bars(rows)));
