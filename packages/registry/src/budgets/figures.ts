/** How much processor time planning takes, in classes: machines differ by more than most changes of a schema do. */
export const planningClasses = ['up to 5 ms', 'up to 20 ms', 'up to 100 ms', 'over 100 ms'] as const;

export type PlanningClass = (typeof planningClasses)[number];

const limits = [5, 20, 100];

/** The class of a time in ms. */
export const planningClassOf = (ms: number): PlanningClass => {
  const index = limits.findIndex((limit) => ms <= limit);
  return planningClasses[index === -1 ? limits.length : index] ?? 'over 100 ms';
};

/** What follows from the plan of an operation. */
export interface PlanFigures {
  /** Requests to subgraphs: all of the plan, with the conditions as in the file of variables. */
  readonly fetches: number;
  /** How many of them must wait for one another, one after the other. */
  readonly rounds: number;
  readonly planning: PlanningClass;
  /** See `createCostModel`. */
  readonly cost: number;
  /** Percent of the leaf fields that still have a value with one subgraph down, by subgraph; those without harm are absent. */
  readonly servedWithout: Readonly<Record<string, number>>;
}

/** What was counted when the operation was run. */
export interface CallFigures {
  readonly legacyCalls: number;
  /** Reads and writes of tables. */
  readonly storeCalls: number;
}

/** What an operation costs. */
export type Figures = PlanFigures & { readonly [Name in keyof CallFigures]?: number | undefined };

/** One number of the figures. */
export interface Figure {
  /** Where it is in the figures. */
  readonly path: readonly string[];
  readonly label: string;
  readonly value: number;
  /** As people read it. */
  readonly text: string;
  /** False where more is better. */
  readonly isCost: boolean;
  /** By how much it may differ without meaning anything. */
  readonly tolerance: number;
}

type CountName = 'fetches' | 'rounds' | 'cost' | 'legacyCalls' | 'storeCalls';

const labels: Readonly<Record<CountName, string>> = {
  fetches: 'subgraph fetches',
  rounds: 'rounds',
  cost: 'cost',
  legacyCalls: 'legacy calls',
  storeCalls: 'store calls',
};

const isCountName = (name: string): name is CountName => name in labels;

/** The share with a subgraph down; `value` is in percent. */
export const servedFigure = (subgraph: string, value: number): Figure => ({
  path: ['servedWithout', subgraph],
  label: `fields served with ${subgraph} down`,
  value,
  text: `${value} %`,
  isCost: false,
  tolerance: 0,
});

const planningFigure = (planning: PlanningClass): Figure => ({
  path: ['planning'],
  label: 'planning time',
  value: planningClasses.indexOf(planning),
  text: planning,
  isCost: true,
  // One class is what a busy machine makes of another.
  tolerance: 1,
});

/** All numbers, one by one, in the order in which they are written. */
export const listFigures = (figures: Figures): readonly Figure[] => {
  const counts = Object.entries({ ...figures, planning: undefined, servedWithout: undefined }).flatMap(
    ([name, value]): readonly Figure[] =>
      isCountName(name) && value !== undefined
        ? [{ path: [name], label: labels[name], value, text: String(value), isCost: true, tolerance: 0 }]
        : [],
  );
  const served = Object.entries(figures.servedWithout).map(([subgraph, percent]) => servedFigure(subgraph, percent));
  return [...counts, planningFigure(figures.planning), ...served];
};
