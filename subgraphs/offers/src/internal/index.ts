import {
  commitOffers as commitContract,
  evaluateOffers as evaluateContract,
  releaseOffers as releaseContract,
  reserveOffers as reserveContract,
} from '@qsr/commands';
import { commandHandler, type CommandHandler } from '@qsr/subgraph';
import { commitOffers } from '../commands/commit-offers.ts';
import { evaluateOffers } from '../commands/evaluate-offers.ts';
import { releaseOffers } from '../commands/release-offers.ts';
import { reserveOffers } from '../commands/reserve-offers.ts';
import type { Context } from '../context.ts';

/** What offers do for other services. */
export const commands: ReadonlyArray<CommandHandler<Context>> = [
  commandHandler(evaluateContract, evaluateOffers),
  commandHandler(reserveContract, reserveOffers),
  commandHandler(commitContract, ({ checkoutId }, context: Context) => commitOffers(checkoutId, context)),
  commandHandler(releaseContract, ({ checkoutId }, context: Context) => releaseOffers(checkoutId, context)),
];
