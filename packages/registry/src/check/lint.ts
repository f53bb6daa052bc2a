import { dayOf } from '@qsr/usage';
import { lint as runRules } from '../lint/lint.ts';
import type { Finding } from '../finding.ts';
import { documentOf } from '../project/documents.ts';
import type { Project } from '../project/project.ts';
import type { Check } from './context.ts';

/** Lints the subgraphs of a project. Throws `GraphQLError` for SDL that does not parse. */
export const lintProject = ({ subgraphs, contracts, lint: settings }: Project): readonly Finding[] => {
  const sources = subgraphs.map((subgraph) => {
    const { name, file, sdl } = subgraph;
    return { name, file, sdl, document: documentOf(subgraph) };
  });
  const all = Object.values(contracts);
  const contractTags = all.length === 0 ? undefined : new Set(all.flatMap(({ exclude }) => exclude));
  return runRules(sources, { today: dayOf(Date.now()), contractTags }, settings);
};

/** The rules of docs/schema-lint.md. */
export const lint: Check = {
  name: 'lint',
  run: ({ project }) => lintProject(project),
};
