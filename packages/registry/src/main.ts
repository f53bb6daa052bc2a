#!/usr/bin/env node
import { DEFAULT_SECONDS } from './cli/deadline.ts';
import { main } from './cli/program.ts';

process.exitCode = await main(process.argv.slice(2), DEFAULT_SECONDS);
