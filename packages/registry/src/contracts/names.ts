import { extractLinkImplementations } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';

/** What a supergraph calls the parts of the specifications that it links. */
export interface Names {
  /** Of the directive, without `@`. */
  readonly tag: string;
  /** Of the directive, without `@`. */
  readonly inaccessible: string;
  readonly linksInaccessible: boolean;
  /** Whether a type belongs to one of the specifications, such as `join__Graph`. */
  isOfSpecification(type: string): boolean;
}

const INACCESSIBLE = 'https://specs.apollo.dev/inaccessible';

/** Reads the `@link`s of a supergraph. */
export const readNames = (supergraph: DocumentNode): Names => {
  const { links, resolveImportName } = extractLinkImplementations(supergraph);
  const prefixes = links.map((link) => link.resolveImportName('')).filter((prefix) => prefix.endsWith('__'));
  const imported = new Set(links.flatMap(({ imports }) => imports.map(({ name, as }) => as ?? name)));
  return {
    tag: resolveImportName('https://specs.apollo.dev/tag', '@tag'),
    inaccessible: resolveImportName(INACCESSIBLE, '@inaccessible'),
    linksInaccessible: links.some(({ identity }) => identity === INACCESSIBLE),
    isOfSpecification: (type) => imported.has(type) || prefixes.some((prefix) => type.startsWith(prefix)),
  };
};
