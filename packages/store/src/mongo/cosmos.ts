import type { IndexDescription } from 'mongodb';
import { EXPIRY } from '../spec.ts';
import type { StoredDocument } from './document.ts';

/** True for the request-unit flavour of Cosmos DB; its vCore flavour behaves like MongoDB itself. */
export const isCosmosUrl = (url: string): boolean => /\.mongo\.cosmos\.azure\.[a-z]+[:/]/.test(url);

/** Its own command: the only one that makes a collection with a shard key. */
export const cosmosCollection = (name: string, partition: string): Record<string, string> => ({
  customAction: 'CreateCollection',
  collection: name,
  shardKey: partition,
});

/** It expires documents by the time of their last write, each after its own `ttl`; -1: no default for the others. */
export const cosmosExpiryIndex: IndexDescription = { name: 'expiry', key: { _ts: 1 }, expireAfterSeconds: -1 };

/** Adds the lifetime in whole seconds from `now`, at least one. */
export const withLifetime = (document: StoredDocument, now: Date): StoredDocument => {
  const expires = document[EXPIRY];
  if (!(expires instanceof Date)) return document;
  return { ...document, ttl: Math.max(1, Math.ceil((expires.getTime() - now.getTime()) / 1000)) };
};
