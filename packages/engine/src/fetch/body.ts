import type { JsonObject } from '../json.ts';

/** Builds the JSON of a request; `lists` are the representations of each group, already written. */
export type WriteBody = (variables: JsonObject, lists?: readonly string[]) => string;

interface BodyParts {
  readonly operation: string;
  readonly operationName?: string | undefined;
  /** Client variables that are sent along. */
  readonly variables: readonly string[];
  /** Variables of the gateway's own that hold representations. */
  readonly listNames?: readonly string[];
}

/** Everything that is the same for every request is written once, here. */
export const compileBody = ({ operation, operationName, variables, listNames = [] }: BodyParts): WriteBody => {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const head = `{"query":${JSON.stringify(operation)}${name}`;
  if (variables.length === 0 && listNames.length === 0) return () => `${head}}`;
  const keys = variables.map((variable) => [variable, `${JSON.stringify(variable)}:`] as const);
  const listKeys = listNames.map((list) => `${JSON.stringify(list)}:[`);
  return (values, lists = []) => {
    let json = '';
    for (const [variable, key] of keys) {
      const value = Object.hasOwn(values, variable) ? JSON.stringify(values[variable]) : undefined;
      if (value !== undefined) json += (json === '' ? key : `,${key}`) + value;
    }
    for (const [index, key] of listKeys.entries()) {
      json += `${json === '' ? key : `,${key}`}${lists[index] ?? ''}]`;
    }
    return `${head},"variables":{${json}}}`;
  };
};
