import { errorCatalogue } from '@qsr/errors';
import { format } from 'prettier';
import type { GeneratedFile } from './file.ts';
import { tableOf } from './table.ts';

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** docs/errors.md: what every `extensions.code` means. */
export const errorCatalogueDocument = async (): Promise<GeneratedFile> => {
  const rows = Object.entries(errorCatalogue).map(
    ([code, { httpStatus, retryable, summary, advice }]) =>
      [`\`${code}\``, summary, advice, yesNo(retryable), String(httpStatus)] as const,
  );
  const titles = ['Code', 'Meaning', 'What to do', 'A retry can help', 'HTTP status when the whole request fails'];
  const text = [
    '# Error codes',
    '',
    'Every error of the API carries one of these in `extensions.code`. Generated from `packages/errors` by `npm run generate`.',
    '',
    tableOf(titles, rows),
    '',
  ].join('\n');
  return { path: 'docs/errors.md', content: await format(text, { parser: 'markdown' }) };
};
