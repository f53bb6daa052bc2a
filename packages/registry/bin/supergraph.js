#!/usr/bin/env node
// Plain JavaScript, so that an old Node says what it lacks instead of failing over the syntax of what follows.
import { existsSync } from 'node:fs';

const needed = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `supergraph needs Node ${needed.join('.')} or newer; this is ${process.versions.node} (${process.execPath}).\n`,
  );
  process.exitCode = 3;
} else {
  // In the repository the sources run as they are; what npm installs is bundled, as Node strips no types in node_modules.
  const source = new URL('../src/main.ts', import.meta.url);
  await import(existsSync(source) ? source.href : '../dist/main.js');
}
