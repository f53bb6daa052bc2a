import { colors } from './colors.ts';
import { callControl } from '../control/client.ts';
import type { PartState } from '../control/faults.ts';
import type { FaultRequest } from '../control/server.ts';
import type { DataDirectory } from '../data-directory.ts';
import { readRunningStack } from '../running.ts';
import { print } from './output.ts';

const describe = ({ part, mode, delayMs }: PartState): string => {
  const state = mode === 'slow' ? `slow (+${delayMs} ms each way)` : mode;
  return `${part.padEnd(16)} ${mode === 'up' ? colors.green(state) : colors.red(state)}`;
};

/** Breaks or mends a part of the running stack, or tells how all of them are when no part is named. */
export const fault = async (data: DataDirectory, change: FaultRequest | undefined): Promise<void> => {
  const { control } = await readRunningStack(data);
  for (const state of await callControl(control, change)) {
    if (change === undefined || state.part === change.part) print(describe(state));
  }
};
