/** The words of a name in camel or upper case, in small letters: `homeStoreId` is home, store, id. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');

export const isPascalCase = (name: string): boolean => /^[A-Z][A-Za-z0-9]*$/.test(name);
export const isCamelCase = (name: string): boolean => /^[a-z][A-Za-z0-9]*$/.test(name);
export const isUpperCase = (name: string): boolean => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name);

export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
