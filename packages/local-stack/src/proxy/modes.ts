/**
 * What a proxy does with its connections. `up` passes everything on; `down` resets every connection, open and new;
 * `slow` holds each piece of data back for a while in both directions; `hang` accepts and passes nothing on.
 */
export type FaultMode = 'up' | 'down' | 'slow' | 'hang';

export const faultModes: readonly FaultMode[] = ['up', 'down', 'slow', 'hang'];

/** `delayMs`: the latency that `slow` adds in each direction, in ms; 0 in every other mode. */
export interface FaultState {
  readonly mode: FaultMode;
  readonly delayMs: number;
}

/** The latency of `slow` when none is named, in ms each way. */
export const defaultDelayMs = 300;

export const isFaultMode = (text: string): text is FaultMode => faultModes.some((mode) => mode === text);
