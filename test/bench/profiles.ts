import type { Graph } from './graphs/graph.ts';
import { home, homeOperation } from './graphs/home.ts';
import { operations, shop } from './graphs/shop.ts';

/** What is asked, and under which circumstances. */
export interface Profile {
  readonly name: string;
  readonly graph: Graph;
  readonly operation: { readonly query: string; readonly variables?: object };
  /** How long each answer of a subgraph takes, in ms. */
  readonly latencyMs: number;
  /** Whether requests that are under way at the same time may share work; only gateways that can are measured then. */
  readonly sharing: boolean;
}

const heavy: Profile = {
  name: 'heavy',
  graph: shop,
  operation: { query: operations.heavy },
  latencyMs: 0,
  sharing: false,
};

export const profiles: readonly Profile[] = [
  heavy,
  { ...heavy, name: 'small', operation: { query: operations.small } },
  { ...heavy, name: 'latency', latencyMs: 4 },
  { ...heavy, name: 'home', graph: home, operation: homeOperation },
  { ...heavy, name: 'sharing', sharing: true },
];
