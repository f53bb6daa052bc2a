import { TokenKind } from 'graphql';
import type { Element } from './graph/elements.ts';

const DATE = /\b(?:until|removal after)\s+(\d{4}-\d{2}-\d{2})\b/i;

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** The day that follows `until` or `removal after`, as `YYYY-MM-DD`; undefined where there is no such day. */
export const endDateIn = (text: string): string | undefined => {
  const day = DATE.exec(text)?.[1];
  return day !== undefined && isDay(day) ? day : undefined;
};

/** What the comments directly above an element say. */
const commentsAbove = ({ node }: Element): string => {
  const comments: string[] = [];
  let token = node.loc?.startToken.prev;
  while (token?.kind === TokenKind.COMMENT) {
    comments.unshift(token.value);
    token = token.prev;
  }
  return comments.join('\n');
};

/** The same for what is written about an element: its description, or the comments above it. */
export const endDateOf = (element: Element): string | undefined =>
  endDateIn(`${element.node.description?.value ?? ''}\n${commentsAbove(element)}`);
