/** The coordinate that a path of the diff library means: it writes arguments with dots, and adds names of directives. */
export const coordinateOf = (kind: string, path: string | undefined): string | undefined => {
  if (path === undefined || path.startsWith('.')) return undefined;
  const [first = '', ...rest] = path.split('.');
  const end = rest.findIndex((name) => name.startsWith('@'));
  const names = end === -1 ? rest : rest.slice(0, end);
  if (first.startsWith('@')) return names.length === 0 ? first : `${first}(${names.join('.')}:)`;
  const [field, argument] = kind.startsWith('DIRECTIVE_USAGE_INPUT_FIELD') ? names.slice(0, 1) : names;
  if (field === undefined) return first;
  return argument === undefined ? `${first}.${field}` : `${first}.${field}(${argument}:)`;
};
