import { Problem } from '../problem.ts';
import { services } from './services.ts';

try {
  await services(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
