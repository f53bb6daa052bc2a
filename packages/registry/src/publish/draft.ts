import { contentOf, digestOf, partOf, type Digest, type Manifest } from '@qsr/artifact';
import { print, printSchema } from 'graphql';
import type { ContractTags } from '../changes/federation/tags.ts';
import type { Schemas } from '../composition/schemas.ts';
import { documentOf } from '../project/documents.ts';
import type { Project } from '../project/project.ts';

/** SDL of each contract by its name. */
export type ContractSdls = Readonly<Record<string, string>>;

/** What a project would publish, whatever was published before. */
export interface Draft {
  /** Two drafts of the same content are the same artifact. */
  readonly content: Digest;
  readonly schemas: Schemas;
  readonly tags: ContractTags;
  readonly federationVersion: string;
  readonly subgraphs: Manifest['subgraphs'];
  readonly supergraph: string;
  readonly api: string;
  readonly contracts: ContractSdls;
}

/** The parts of a draft as a manifest lists them. */
export const partsOf = ({ supergraph, api, contracts }: Pick<Draft, 'supergraph' | 'api' | 'contracts'>) => ({
  supergraph: partOf(supergraph),
  api: partOf(api),
  contracts: Object.fromEntries(Object.entries(contracts).map(([name, sdl]) => [name, partOf(sdl)])),
});

/** Makes a draft of schemas that compose. */
export const draftOf = (
  { federationVersion, subgraphs, contracts: tags }: Pick<Project, 'federationVersion' | 'subgraphs' | 'contracts'>,
  schemas: Schemas,
  contracts: ContractSdls,
): Draft => {
  const listed = subgraphs
    .map((subgraph) => {
      const { name, routingUrl: url } = subgraph;
      return { name, url, schema: digestOf(print(documentOf(subgraph))) };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const api = `${printSchema(schemas.api)}\n`;
  const parts = { supergraph: schemas.supergraphSdl, api, contracts };
  const content = contentOf({ federationVersion, subgraphs: listed, ...partsOf(parts) });
  return { content, schemas, tags, federationVersion, subgraphs: listed, ...parts };
};
