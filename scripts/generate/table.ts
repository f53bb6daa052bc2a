/** A table of Markdown; cells are written as they are. */
export const tableOf = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Where a table goes: the file, for messages, its text, and the name in the comments around it. */
interface Room {
  readonly path: string;
  readonly text: string;
  readonly name: string;
}

/** The text with the table between its comments, in place of what is there. Throws where there are none. */
export const withTable = ({ path, text, name }: Room, table: string): string => {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} lacks ${begin} … ${end}`);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
};
