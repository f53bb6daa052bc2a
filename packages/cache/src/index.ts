export { createCache, type Cache, type CacheOptions } from './cache.ts';
