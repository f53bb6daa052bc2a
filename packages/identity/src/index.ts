export { guest, hasScope, type Viewer, type ViewerKind } from './viewer.ts';
export { createTokenVerifier, type Issuer, type TokenVerifier, type TokenVerifierOptions } from './token-verifier.ts';
export {
  createViewerSigner,
  createViewerVerifier,
  VIEWER_HEADER,
  type SignedViewer,
  type ViewerSigner,
  type ViewerVerifier,
} from './signed-viewer.ts';
export {
  COMMAND_HEADER,
  createCommandSigner,
  createCommandVerifier,
  type CommandSigner,
  type CommandText,
  type CommandVerifier,
} from './signed-command.ts';
