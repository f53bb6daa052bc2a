import { isEnumType, type GraphQLLeafType } from 'graphql';
import { leafKindOf, type LeafKind } from './leaf.ts';

/** Thrown by a writer: the answer is for the reference. */
export const unusual = new Error('an answer for the reference');

type Quote = (text: string) => string;

/** Without a backslash in the subgraph's text, none of its strings holds a quote, a backslash or a control character. */
const plainQuote: Quote = (text) => `"${text}"`;

/** A leaf in generated code. */
export interface LeafSlot {
  /** The variable that holds it. */
  readonly value: string;
  /** What is written before it. */
  readonly before: string;
  readonly type: GraphQLLeafType;
  readonly isNullable: boolean;
}

/** A part of a text: written as it is, or the code that gives it. */
type Piece = { readonly text: string } | { readonly code: string };

const int = (value: unknown): string => {
  if (!Number.isSafeInteger(value)) throw unusual;
  return String(value);
};

/** What generated code calls: how a leaf of each kind is written, or it throws. */
const leafWriters = (quote: Quote) =>
  ({
    string: (value: unknown): string => {
      if (typeof value !== 'string') throw unusual;
      return quote(value);
    },
    id: (value: unknown): string => (typeof value === 'string' ? quote(value) : int(value)),
    int,
    float: (value: unknown): string => {
      if (!Number.isFinite(value)) throw unusual;
      return String(value);
    },
    boolean: (value: unknown): string => {
      if (typeof value !== 'boolean') throw unusual;
      return String(value);
    },
    enum: (value: unknown, names: ReadonlySet<unknown>): string => {
      if (!names.has(value)) throw unusual;
      return `"${String(value)}"`;
    },
    custom: (value: unknown): string => {
      if (value === undefined || value === null) throw unusual;
      return typeof value === 'string' ? quote(value) : JSON.stringify(value);
    },
  }) satisfies Record<LeafKind, unknown>;

/** Whether a leaf is what most of its kind are: there, and written in one way. */
const testOf = ({ type, value }: LeafSlot): string => {
  switch (leafKindOf(type)) {
    case 'string':
    case 'id':
    case 'custom':
      return `typeof ${value}==='string'`;
    case 'int':
      return `Number.isSafeInteger(${value})`;
    case 'float':
      return `Number.isFinite(${value})`;
    case 'boolean':
      return `typeof ${value}==='boolean'`;
    case 'enum':
      return `enums.${type.name}.has(${value})`;
  }
};

/** How it is written then. */
const piecesOf = ({ before, type, value }: LeafSlot, isPlain: boolean): readonly Piece[] => {
  switch (leafKindOf(type)) {
    case 'int':
    case 'float':
    case 'boolean':
      return [{ text: before }, { code: value }];
    case 'enum':
      return [{ text: `${before}"` }, { code: value }, { text: '"' }];
    default:
      return isPlain
        ? [{ text: `${before}"` }, { code: value }, { text: '"' }]
        : [{ text: before }, { code: `quote(${value})` }];
  }
};

/** Code that adds the pieces to `s`; texts that meet are one. */
const addSource = (pieces: readonly Piece[]): string => {
  const terms: string[] = [];
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else {
      if (text !== '') terms.push(JSON.stringify(text));
      terms.push(piece.code);
      text = '';
    }
  }
  if (text !== '') terms.push(JSON.stringify(text));
  return `s+=${terms.join('+')};`;
};

/** How it is written whatever it is. */
const oneByOne = ({ before, type, value, isNullable }: LeafSlot): readonly Piece[] => {
  const kind = leafKindOf(type);
  const write = `leaf.${kind}(${value}${isEnumType(type) ? `,enums.${type.name}` : ''})`;
  return [{ text: before }, { code: isNullable ? `(${value}==null?'null':${write})` : write }];
};

/**
 * Code that adds leaves, and what is after them, to `s`: as one text when each of them is what most are, else one by one.
 */
export const leavesSource = (slots: readonly LeafSlot[], after: string, isPlain: boolean): string => {
  const usual = addSource([...slots.flatMap((slot) => piecesOf(slot, isPlain)), { text: after }]);
  if (slots.length === 0) return usual;
  return `if(${slots.map(testOf).join('&&')}){${usual}}else{${addSource([...slots.flatMap(oneByOne), { text: after }])}}`;
};

/** What the code calls. */
export const leafTools = (isPlain: boolean) => {
  const quote: Quote = isPlain ? plainQuote : JSON.stringify;
  return { quote, leaf: leafWriters(quote) };
};
