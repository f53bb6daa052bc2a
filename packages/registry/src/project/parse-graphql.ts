import { GraphQLError, Lexer, parse, TokenKind, type DocumentNode, type Source } from 'graphql';

/** Deeper than anybody writes, and far from where what calls itself for each level (parsers, composers) breaks. */
const MAX_DEPTH = 250;

const depths: ReadonlyMap<TokenKind, number> = new Map([
  [TokenKind.BRACE_L, 1],
  [TokenKind.BRACKET_L, 1],
  [TokenKind.PAREN_L, 1],
  [TokenKind.BRACE_R, -1],
  [TokenKind.BRACKET_R, -1],
  [TokenKind.PAREN_R, -1],
]);

const refuseDepth = (source: Source): void => {
  const lexer = new Lexer(source);
  let depth = 0;
  while (lexer.advance().kind !== TokenKind.EOF) {
    depth += depths.get(lexer.token.kind) ?? 0;
    if (depth <= MAX_DEPTH) continue;
    const positions = [lexer.token.start];
    throw new GraphQLError(`Syntax Error: This is nested more than ${MAX_DEPTH} levels deep.`, { source, positions });
  }
};

/** Parses SDL or operations. Throws `GraphQLError`, also for what nests too deeply, and nothing else. */
export const parseGraphQL = (source: Source): DocumentNode => {
  refuseDepth(source);
  return parse(source);
};

/** True for what is thrown where something calls itself for each level of what it reads. */
export const isTooDeep = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('call stack');
