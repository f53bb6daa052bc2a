export { runService, type ListeningMessage, type RunOptions, type Service } from './run.ts';
