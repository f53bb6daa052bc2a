/** lost: something that was promised is not there; doubled: it is there more than once; open: it has no end. */
export type Kind = 'lost' | 'doubled' | 'open';

/** What the audit found, each with where. */
export interface Findings {
  add(kind: Kind, what: string): void;
  readonly all: ReadonlyArray<{ readonly kind: Kind; readonly what: string }>;
}

export const newFindings = (): Findings => {
  const all: { kind: Kind; what: string }[] = [];
  return { add: (kind, what) => void all.push({ kind, what }), all };
};

/** Things by what they have in common. */
export const groupBy = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> => {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group === undefined) groups.set(keyOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
};

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
