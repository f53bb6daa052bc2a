import { format, resolveConfig } from 'prettier';
import { lintDocument } from '../../packages/registry/src/lint/document.ts';
import { rules } from '../../packages/registry/src/lint/rules.ts';
import type { GeneratedFile } from './file.ts';

/** docs/schema-lint.md: the rules of `supergraph lint`, with their examples. */
export const schemaLintDocument = async (): Promise<GeneratedFile> => {
  const path = 'docs/schema-lint.md';
  const options = await resolveConfig(path);
  return { path, content: await format(lintDocument(rules), { ...options, parser: 'markdown' }) };
};
