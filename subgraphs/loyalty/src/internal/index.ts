import * as contracts from '@qsr/commands';
import { commandHandler, type CommandHandler } from '@qsr/subgraph';
import { captureHold } from '../commands/capture-hold.ts';
import { holdPoints } from '../commands/hold-points.ts';
import { quotePoints } from '../commands/quote-points.ts';
import { releaseHold } from '../commands/release-hold.ts';
import { resolveMemberCode } from '../commands/resolve-member-code.ts';
import type { Context } from '../context.ts';

/** What loyalty does for other services. */
export const commands: ReadonlyArray<CommandHandler<Context>> = [
  commandHandler(contracts.quotePoints, quotePoints),
  commandHandler(contracts.holdPoints, holdPoints),
  commandHandler(contracts.captureHold, captureHold),
  commandHandler(contracts.releaseHold, releaseHold),
  commandHandler(contracts.resolveMemberCode, resolveMemberCode),
];
