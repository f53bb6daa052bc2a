export { createCommandClient, type CommandClient, type CommandClientOptions, type Sending } from './client.ts';
export { command, pathOf, type CommandContract } from './contract.ts';
export { captureHold, holdPoints, quotePoints, releaseHold, resolveMemberCode } from './contracts/loyalty.ts';
export {
  commitOffers,
  evaluateOffers,
  releaseOffers,
  reserveOffers,
  type OfferEvaluation,
  type OfferRefusalReason,
} from './contracts/offers.ts';
