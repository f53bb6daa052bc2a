import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';

/** Counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with the text of a file. */
export interface YamlProblem {
  /** A sentence. */
  readonly message: string;
  readonly position: Position;
}

/** Keys and, for lists, indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A text of YAML, parsed as far as that is possible. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly problems: readonly YamlProblem[];
  /** False when nothing in the document can be trusted: it is empty then. */
  readonly isReadable: boolean;
  readonly positionAt: (offset: number) => Position;
}

/** A graph of thousands of subgraphs has fewer; millions would take all memory there is. An inline schema is one. */
const MAX_TOKENS = 500_000;

/** Beyond, one problem is the cause of the next. */
const MAX_PROBLEMS = 10;

const TOO_DEEP = 'This is nested too deeply to be read. Write it flatter.';
const TOO_MUCH = `This is more than is read: ${MAX_TOKENS} keys, values and signs. Is it the right file?`;
const TOO_MANY_ALIASES = 'Its aliases stand for more than is read. Write out what they stand for.';

const isTooMuch = (text: string): boolean => {
  // Each token has a character at least.
  if (text.length <= MAX_TOKENS) return false;
  const tokens = new Lexer().lex(text);
  for (let count = 0; count < MAX_TOKENS; count += 1) if (tokens.next().done === true) return false;
  return true;
};

const sentence = ({ code, message }: YAMLError): string => {
  if (code === 'MULTIPLE_DOCS') return 'There are several documents in it. Leave one, and no --- after it.';
  const text = message.replace(/[\s:.]+$/, '').replace(/\s+/g, ' ');
  return `${text.slice(0, 300)}.`;
};

/** The parser's own search for repeated keys compares each with every other. */
const badKeys = (document: Document): readonly { readonly message: string; readonly offset: number }[] => {
  const bad: { message: string; offset: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const offset = key.range?.[0] ?? 0;
        if (seen.has(key.value))
          bad.push({ message: `The key ${String(key.value)} is there twice. Remove one of them.`, offset });
        if (key.value === '__proto__')
          bad.push({ message: 'The key __proto__ cannot be used. Call it something else.', offset });
        seen.add(key.value);
      }
    },
  });
  return bad;
};

const unreadable = (message: string): ParsedYaml => {
  const position = { line: 1, column: 1 };
  const positionAt = () => position;
  return { document: parseDocument(''), problems: [{ message, position }], isReadable: false, positionAt };
};

/** Parses, and never throws: what is wrong with the text is told by the result. */
export const parseYaml = (text: string): ParsedYaml => {
  if (isTooMuch(text)) return unreadable(TOO_MUCH);
  const lineCounter = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
    const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (deep !== undefined) {
      const problem = { message: TOO_DEEP, position: positionAt(deep.pos[0]) };
      return { ...unreadable(TOO_DEEP), problems: [problem] };
    }
    const errors = document.errors.map((error) => ({ message: sentence(error), position: positionAt(error.pos[0]) }));
    const bad = badKeys(document).map(({ message, offset }) => ({ message, position: positionAt(offset) }));
    return { document, problems: [...errors, ...bad].slice(0, MAX_PROBLEMS), isReadable: true, positionAt };
  } catch {
    // The parser calls itself for each level.
    return unreadable(TOO_DEEP);
  }
};

/** What the document stands for, as plain values; null where that cannot be told. An empty one is an empty mapping. */
export const valueOf = ({ document, isReadable }: ParsedYaml): { readonly value: unknown } | YamlProblem => {
  if (!isReadable) return { value: {} };
  try {
    return { value: (document.toJS() as unknown) ?? {} };
  } catch (error) {
    const [, unknown] = /^Unresolved alias.*: (.+)$/s.exec(error instanceof Error ? error.message : '') ?? [];
    const message = unknown === undefined ? TOO_MANY_ALIASES : `There is no &${unknown} for the alias *${unknown}.`;
    return { message: error instanceof ReferenceError ? message : TOO_DEEP, position: { line: 1, column: 1 } };
  }
};

/** Where the value at the end of a path begins; of one that is not there, what should hold it. */
export const valuePositionOf = (yaml: ParsedYaml, path: YamlPath): Position => {
  const node: unknown = path.length === 0 ? yaml.document.contents : yaml.document.getIn(path, true);
  if (isNode(node) && node.range) return yaml.positionAt(node.range[0]);
  return path.length === 0 ? yaml.positionAt(0) : valuePositionOf(yaml, path.slice(0, -1));
};

/** Where the key or item at the end of a path begins, or the last on the way that is there. */
export const positionOf = ({ document, positionAt }: ParsedYaml, path: YamlPath): Position => {
  let offset = 0;
  let node: unknown = document.contents;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const item: unknown = isSeq(node) ? node.items[Number(step)] : undefined;
    const found: unknown = pair === undefined ? item : pair.key;
    if (!isNode(found)) break;
    offset = found.range?.[0] ?? offset;
    node = pair === undefined ? item : pair.value;
  }
  return positionAt(offset);
};
