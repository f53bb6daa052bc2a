import { oldestMark, type Marked } from '../domain/marks.ts';

/** An item of counters with marks, found by its oldest mark. */
export interface MarkedItem extends Marked {
  /** There while there are marks: what the index goes by. */
  readonly marksShard?: string | undefined;
  /** RFC 3339, UTC. */
  readonly marksSince?: string | undefined;
}

/** The one partition of the index; few items have marks at a time. */
export const marksShard = 'marked';

/** To be spread into the `indexes` of a table whose items carry marks. */
export const marksIndex = { marks: { partition: 'marksShard', sort: 'marksSince' } } as const;

/** The item as the index wants it: every write passes through here. */
export const withMarksIndex = <Item extends MarkedItem>(item: Item): Item => {
  const marksSince = oldestMark(item);
  return { ...item, marksSince, marksShard: marksSince === undefined ? undefined : marksShard };
};
