import type { Schemas } from '../composition/schemas.ts';
import type { Project } from '../project/project.ts';
import { readCalls } from './calls.ts';
import type { Figures } from './figures.ts';
import { createMeasure } from './measure.ts';
import { readPersisted, type Persisted } from './persisted.ts';

/** A persisted operation and what it costs, or why that cannot be told. */
export type Measured = Pick<Persisted, 'id' | 'file'> & ({ readonly figures: Figures } | { readonly refusal: string });

/** Measures every persisted operation that is valid, and adds the calls that were counted in a run. Throws `InputError`. */
export const measureAll = async (project: Project, schemas: Schemas): Promise<readonly Measured[]> => {
  const persisted = await readPersisted(project, schemas.api);
  const calls = await readCalls(project.folder, project.calls);
  if (persisted.length === 0) return [];
  const measure = createMeasure(schemas);
  const all: Measured[] = [];
  // One after the other: their planning is timed.
  for (const one of persisted) {
    const { id, file } = one;
    const measured = await measure(one);
    all.push(
      'refusal' in measured
        ? { id, file, refusal: measured.refusal }
        : { id, file, figures: { ...measured.figures, ...calls.get(id) } },
    );
  }
  return all;
};
