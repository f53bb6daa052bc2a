#!/usr/bin/env node
import { DEFAULT_SECONDS } from './cli/deadline.ts';
import { main } from './cli/program.ts';

// Whoever reads may have enough, as `head` has: that is no fault, and changes nothing about how the command ends.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), DEFAULT_SECONDS);
