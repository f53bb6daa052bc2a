import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { runCommand } from './command.ts';
import type { Progress, ServiceDefinition } from './definition.ts';
import { copyDependencies } from './maven.ts';

const sources = resolve(import.meta.dirname, '../../services');

/** Two cores and a short life: compile lightly, collect simply. */
const JAVA_OPTIONS = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m'];

/** AWS's own DynamoDB Local, in memory. */
const dynamoDb: ServiceDefinition = {
  name: 'dynamodb',
  variable: 'DYNAMODB_LOCAL_URL',
  prepare: (folder, progress) => copyDependencies(join(sources, 'dynamodb/pom.xml'), folder, progress),
  launch: ({ folder, port }) => ({
    file: 'java',
    arguments: [
      ...JAVA_OPTIONS,
      // Its SQLite library lies among the jars.
      `-Djava.library.path=${folder}`,
      '-cp',
      join(folder, '*'),
      'com.amazonaws.services.dynamodbv2.local.main.ServerRunner',
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    folder,
  }),
  url: (port) => `http://127.0.0.1:${port}`,
};

/** mongo-java-server, in memory; it stands in for Cosmos DB, which is nowhere to be had as a package. */
const mongo: ServiceDefinition = {
  name: 'mongo',
  variable: 'MONGODB_URI',
  prepare: (folder, progress) => copyDependencies(join(sources, 'mongo/pom.xml'), folder, progress),
  launch: ({ folder, port }) => ({
    file: 'java',
    arguments: [...JAVA_OPTIONS, '-cp', join(folder, '*'), join(sources, 'mongo/MongoServerMain.java'), String(port)],
    folder,
  }),
  url: (port) => `mongodb://127.0.0.1:${port}`,
};

const isInstalled = (file: string): boolean => spawnSync(file, ['--version']).status === 0;

const installRedis = async ({ report, signal }: Progress): Promise<void> => {
  if (isInstalled('redis-server')) return;
  const missing = new Problem('redis-server is missing; install it, on Debian with: sudo apt-get install redis-server');
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) throw missing;
  report('installing redis-server with apt-get');
  await runCommand('apt-get', ['update', '-qq'], { signal });
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], { signal });
};

/** Redis, in memory. */
const redis: ServiceDefinition = {
  name: 'redis',
  variable: 'REDIS_URL',
  prepare: async (folder, progress) => {
    await installRedis(progress);
    await mkdir(folder, { recursive: true });
  },
  launch: ({ folder, port }) => ({
    file: 'redis-server',
    arguments: ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'],
    folder,
  }),
  url: (port) => `redis://127.0.0.1:${port}`,
};

/** Every service there is. */
export const definitions: readonly ServiceDefinition[] = [dynamoDb, mongo, redis];
