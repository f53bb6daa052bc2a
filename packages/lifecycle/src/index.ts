export { runService, type ListeningMessage, type RunOptions, type Service } from './run.ts';
export { type HttpService } from './adoption.ts';
export { type Address } from './dispatcher.ts';
export { runWorkers, type WorkersOptions } from './workers.ts';
