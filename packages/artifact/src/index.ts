export { digestOf, type Digest } from './digest.ts';
export { keyIdOf, readSigningKey, readVerifyKeys, type SigningKey, type VerifyKeys } from './keys.ts';
export { contentOf, partOf, type Content, type Manifest, type Part } from './manifest.ts';
export { openLocation, type Location, type LocationOptions } from './location/location.ts';
export { readPart, readRelease, type ReadOptions, type Release } from './release.ts';
export { Refused, type RefusalCode } from './refused.ts';
export { requireSuccessor } from './succession.ts';
export { ArtifactStore, type Published, type Unpublished } from './store/store.ts';
