export { loadConfig, readConfig, setVariable, type EnvironmentShape, type ReadResult } from './config.ts';
export {
  count,
  credentials,
  flag,
  httpUrl,
  logLevel,
  milliseconds,
  port,
  redisUrl,
  secrets,
  storeUrl,
} from './fields.ts';
