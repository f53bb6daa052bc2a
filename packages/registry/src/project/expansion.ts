import { resolve } from 'node:path';
import { InputError } from '../exit-codes.ts';
import { readTextIfAny } from './read-text.ts';

/** Where the values of `${env.NAME}` and `${file.path}` come from. */
export interface Sources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths are relative to it. */
  readonly folder: string;
}

/** `$$` stands for a dollar sign, as in Rover. */
const PATTERN = /\$\$|\$\{([^}]*)\}/g;

const valueOf = async (prefix: string, name: string, { env, folder }: Sources): Promise<string | undefined> => {
  if (prefix === 'env') return Object.hasOwn(env, name) ? env[name] : undefined;
  // Without the last line break: it is the end of the file, not a part of the token that the file holds.
  return (await readTextIfAny(resolve(folder, name)))?.replace(/\r?\n$/, '');
};

const missing = (prefix: string, name: string): string =>
  prefix === 'env'
    ? `the environment variable ${name} is not set. Set it, or give a default: \${env.${name}:-default}.`
    : `the file ${name} does not exist.`;

const valueOrDefault = async (expression: string, sources: Sources): Promise<string> => {
  const [, prefix = '', name = '', , fallback] = /^(?:([a-z]+)\.)?(.*?)(:-(.*))?$/s.exec(expression) ?? [];
  if (prefix !== 'env' && prefix !== 'file') {
    throw new InputError(
      `\${${expression}}: only \${env.NAME} and \${file.path} are known. For a dollar sign write $$.`,
    );
  }
  if (expression.includes('${')) {
    throw new InputError(`\${${expression}}: what stands in \${} is not expanded itself. For a dollar sign write $$.`);
  }
  const value = await valueOf(prefix, name, sources);
  if (value !== undefined) return value;
  if (fallback === undefined) throw new InputError(`\${${expression}}: ${missing(prefix, name)}`);
  return fallback;
};

/**
 * Replaces `${env.NAME}`, `${env.NAME:-default}`, `${file.path}` and `$$`; what they stand for is not expanded again.
 * Throws `InputError` for anything else in `${}`, and for what is not there and has no default.
 */
export const expand = async (text: string, sources: Sources): Promise<string> => {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(PATTERN)) {
    const [whole, expression] = match;
    parts.push(
      text.slice(end, match.index),
      expression === undefined ? '$' : await valueOrDefault(expression, sources),
    );
    end = match.index + whole.length;
  }
  return parts.length === 0 ? text : `${parts.join('')}${text.slice(end)}`;
};
