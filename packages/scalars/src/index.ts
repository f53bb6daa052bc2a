export { scalarNamed } from './scalars.ts';
