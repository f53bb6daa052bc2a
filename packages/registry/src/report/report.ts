import type { CheckResult } from '../check/run.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Writes a result in one of the formats; the text ends with a line break. The configuration is that of the command. */
export type Format = (result: CheckResult, config: string) => string;

/** By the names that `--format` takes. */
export const formats = { text, json, github, sarif } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
