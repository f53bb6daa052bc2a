export { loadConfig, readConfig, setVariable, type EnvironmentShape, type ReadResult } from './config.ts';
export {
  busUrl,
  count,
  credentials,
  flag,
  httpUrl,
  listOf,
  logLevel,
  milliseconds,
  port,
  redisUrl,
  secrets,
  storeUrl,
} from './fields.ts';
