import type { ContractSettings } from '../contracts/settings.ts';
import type { Finding } from '../finding.ts';
import type { LintSettings, UsageSettings } from './settings.ts';

/** One subgraph with its schema read. */
export interface Subgraph {
  readonly name: string;
  /** Empty where there is none. */
  readonly routingUrl: string;
  readonly sdl: string;
  /** The file that holds the schema, relative to the folder of supergraph.yaml; undefined when it came from elsewhere. */
  readonly file: string | undefined;
}

/** What the registry works on: supergraph.yaml and registry.yaml beside it, with everything that they name. */
export interface Project {
  /** Absolute. Every path below is relative to it. */
  readonly folder: string;
  /** The list of subgraphs, such as supergraph.yaml. */
  readonly config: string;
  readonly federationVersion: string;
  readonly subgraphs: readonly Subgraph[];
  /** What is odd in the configuration, but can be worked with. */
  readonly findings: readonly Finding[];
  /** The revision of git that changes are measured against. */
  readonly base: string;
  /** The composed file, which is committed. */
  readonly supergraph: string;
  /** Pattern of the persisted operations. */
  readonly operations: string;
  /** The file of what each of them may cost. */
  readonly budgets: string;
  /** The file of the calls to stores and legacy systems that were counted in a run of them. */
  readonly calls: string;
  /** Where usage is recorded, and what of it counts. */
  readonly usage: UsageSettings;
  readonly contracts: Readonly<Record<string, ContractSettings>>;
  /** The folder of published artifacts. */
  readonly artifacts: string;
  readonly lint: LintSettings;
}
