import type { FormattedExecutionResult } from 'graphql';

/** `data` of an answer that is JSON already. It is taken apart only by who must look inside. */
export class RawData {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** The data itself. */
export const readable = (data: unknown): unknown => (data instanceof RawData ? JSON.parse(data.json) : data);

/** Writes an answer whose data may be JSON already. */
export const stringifyResult = (result: FormattedExecutionResult): string => {
  const data: unknown = result.data;
  if (!(data instanceof RawData)) return `${JSON.stringify(result)}\n`;
  const others = JSON.stringify({ ...result, data: undefined }).slice(1, -1);
  return `{"data":${data.json}${others === '' ? '' : `,${others}`}}\n`;
};
