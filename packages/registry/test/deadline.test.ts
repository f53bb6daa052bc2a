import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeRepository } from './support.ts';

const MAIN = resolve(import.meta.dirname, '../bin/supergraph.js');

it('exits with 2 when it takes longer than it may', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const { folder, write } = makeRepository();
  write({ 'slow.yaml': `subgraphs: { a: { schema: { subgraph_url: "http://127.0.0.1:${port}" } } }` });
  const child = spawn(process.execPath, [MAIN, 'compose', '--config', 'slow.yaml', '--timeout', '0.5'], {
    cwd: folder,
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = await once(child, 'close');
  expect(stderr).toBe('Timed out: it took longer than 0.5 s. --timeout <seconds> gives it more; 0 is no limit.\n');
  expect(code).toBe(2);
});

it('ends as it would without a limit when there is time', () => {
  const { run } = makeRepository();
  expect(run('compose', '--check', '--timeout', '60')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('up to date'),
  });
  expect(run('compose', '--config', 'nowhere.yaml', '--timeout', '60')).toMatchObject({ code: 3 });
  expect(run('compose', '--timeout', 'soon')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('number of seconds'),
  });
});

it('has a limit when nobody says, and hands on what asks it to end', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const { folder, write, run } = makeRepository();
  expect(run('check', '--help').stdout).toMatch(/--timeout <seconds> .*\(default: 120\)/s);
  write({ 'slow.yaml': `subgraphs: { a: { schema: { subgraph_url: "http://127.0.0.1:${port}" } } }` });
  const child = spawn(process.execPath, [MAIN, 'compose', '--config', 'slow.yaml'], { cwd: folder });
  // The process that does the work has asked, and waits.
  const [asked] = (await once(server, 'request')) as [IncomingMessage];
  child.kill('SIGTERM');
  const [[, signal]] = await Promise.all([once(child, 'close'), once(asked.socket, 'close')]);
  expect(signal).toBe('SIGTERM');
});

it('ends as it would when nobody reads what it writes', async () => {
  const { folder } = makeRepository();
  const child = spawn(process.execPath, [MAIN, 'check', '--base', 'main', '--format', 'json'], { cwd: folder });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = await once(child, 'exit');
  expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' });
});
