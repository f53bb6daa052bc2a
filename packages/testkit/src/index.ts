export { startTestBus, type TestBus } from './bus.ts';
export { startTestStore, type TestStore } from './dynalite.ts';
export { mortalStore, sleepyStore, type Death, type Sleeper } from './mortal.ts';
export { startSeeded, type SeededOptions, type SeededSubgraph } from './seeded.ts';
export { commandSecrets, startSubgraph, type Answer, type Asking, type SubgraphUnderTest } from './subgraph.ts';
export { clientViewer, customerViewer, guestViewer, staffViewer } from './viewers.ts';
