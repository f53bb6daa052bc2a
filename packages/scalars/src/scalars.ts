import { GraphQLError, GraphQLScalarType, Kind, type ASTNode } from 'graphql';
import { z } from 'zod';

/** RFC 5646 asks for room for so many characters. */
const longestLocale = 35;
/** The longest that mail can be delivered to (RFC 5321, with its brackets). */
const longestEmail = 254;

/** Nanoseconds and an offset fit. */
const longestInstant = 35;

/** In UTC the year keeps its four digits: instants are compared as texts. */
const hasPlainYear = (text: string): boolean => {
  const year = new Date(text).getUTCFullYear();
  return year >= 0 && year <= 9_999;
};

const canBeLocale = (text: string): boolean => {
  try {
    return new Intl.Locale(text).language.length > 0;
  } catch {
    return false;
  }
};

const stringFormats: Readonly<Record<string, { readonly format: z.ZodType<string>; readonly example: string }>> = {
  DateTime: {
    format: z.iso.datetime({ offset: true }).max(longestInstant).refine(hasPlainYear),
    example: '2026-03-01T12:00:00Z',
  },
  Date: { format: z.iso.date(), example: '2026-03-01' },
  Locale: { format: z.string().max(longestLocale).refine(canBeLocale), example: 'en-US' },
  CurrencyCode: { format: z.string().regex(/^[A-Z]{3}$/), example: 'USD' },
  EmailAddress: { format: z.email().max(longestEmail), example: 'ann@example.com' },
  PhoneNumber: { format: z.e164(), example: '+14155550100' },
  URL: { format: z.string().refine((text) => URL.canParse(text)), example: 'https://example.com/' },
};

/** For a literal graphql itself says which value it found and which type it expected; it does so for plain errors only. */
const refuse = (scalar: string, example: string, node?: ASTNode): Error => {
  const hint = `It looks like ${JSON.stringify(example)}.`;
  if (node !== undefined) return new TypeError(hint);
  return new GraphQLError(`${scalar}: not a valid value. ${hint}`, { extensions: { code: 'BAD_USER_INPUT' } });
};

const stringScalar = (name: string): GraphQLScalarType<string, string> | null => {
  const known = stringFormats[name];
  if (known === undefined) return null;
  const parse = (value: unknown, node?: ASTNode): string => {
    const result = known.format.safeParse(value);
    if (result.success) return result.data;
    throw refuse(name, known.example, node);
  };
  return new GraphQLScalarType({
    name,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new TypeError(`${name} is stored as a string, found ${typeof value}`);
    },
  });
};

const safeInteger = (value: unknown, node?: ASTNode): number => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw refuse('MinorUnits', '1299', node);
};

const minorUnits = new GraphQLScalarType<number, number>({
  name: 'MinorUnits',
  parseValue: (value) => safeInteger(value),
  parseLiteral: (node) => safeInteger(node.kind === Kind.INT ? Number(node.value) : null, node),
  serialize: (value) => safeInteger(value),
});

/** The implementation of a scalar that our schemas declare; null for one that the kit does not know. */
export const scalarNamed = (name: string): GraphQLScalarType | null =>
  name === 'MinorUnits' ? minorUnits : stringScalar(name);
