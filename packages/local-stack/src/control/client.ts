import { Problem } from '../problem.ts';
import type { PartState } from './faults.ts';
import type { FaultRequest } from './server.ts';

/** Asks a running stack for the state of its parts, after a change where one is given. Throws `Problem` on refusal. */
export const callControl = async (url: string, change?: FaultRequest): Promise<readonly PartState[]> => {
  const response = await fetch(url, change && { method: 'POST', body: JSON.stringify(change) }).catch(() => null);
  if (response === null) throw new Problem('The local stack does not answer; it may be stopping.');
  if (!response.ok) throw new Problem(await response.text());
  return (await response.json()) as readonly PartState[];
};
