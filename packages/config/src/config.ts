import { z } from 'zod';

/** A service's environment: one zod field a variable, each with `.describe()`; READMEs are generated from it. */
export type EnvironmentShape = z.ZodRawShape;

/** The outcome of reading an environment. `faults` has one line a fault, naming the variable. */
export type ReadResult<Shape extends EnvironmentShape> =
  | { readonly ok: true; readonly config: Readonly<z.output<z.ZodObject<Shape>>> }
  | { readonly ok: false; readonly faults: readonly string[] };

const faultLine = (issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string => {
  const name = String(issue.path[0] ?? 'environment');
  return environment[name] === undefined ? `${name}: missing. It is required.` : `${name}: ${issue.message}.`;
};

/** Reads an environment without side effects. An empty string counts as absent, as in most shells and compose files. */
export const readConfig = <Shape extends EnvironmentShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv,
): ReadResult<Shape> => {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(present);
  if (parsed.success) return { ok: true, config: Object.freeze(parsed.data) };
  return { ok: false, faults: parsed.error.issues.map((issue) => faultLine(issue, present)) };
};

/**
 * Reads this process's environment; `overrides` (command-line flags) win over it. With any fault it prints all of them
 * to stderr and ends the process with 1.
 */
export const loadConfig = <Shape extends EnvironmentShape>(
  service: string,
  shape: Shape,
  overrides: NodeJS.ProcessEnv = {},
): Readonly<z.output<z.ZodObject<Shape>>> => {
  const result = readConfig(shape, { ...process.env, ...overrides });
  if (result.ok) return result.config;
  const lines = result.faults.map((fault) => `  - ${fault}`).join('\n');
  process.stderr.write(`${service}: the environment has ${String(result.faults.length)} fault(s):\n${lines}\n`);
  return process.exit(1);
};

/** Sets a variable of this process, for libraries that take a setting from the environment and from nowhere else. */
export const setVariable = (name: string, value: string): void => {
  process.env[name] = value;
};
