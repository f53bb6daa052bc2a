import { loadConfig } from '@qsr/config';
import { simulatorEnvironment } from './environment.ts';
import { startLoyaltySimulator } from './loyalty/start.ts';
import { runSimulator } from './run.ts';

const config = loadConfig('legacy-loyalty', simulatorEnvironment);
await runSimulator('legacy-loyalty', config, startLoyaltySimulator);
