export { itemsOf } from './items.ts';
export { openStore } from './open.ts';
export type { Backoff } from './operation.ts';
export type {
  Bounds,
  Json,
  Key,
  KeySpec,
  Page,
  Query,
  SessionOptions,
  Store,
  StoreSession,
  Stored,
  Table,
  TableSpec,
} from './port.ts';
export { seal, unseal } from './seal.ts';
export type { StoreOptions } from './settings.ts';
