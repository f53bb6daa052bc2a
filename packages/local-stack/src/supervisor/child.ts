import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { ListeningMessage } from '@qsr/lifecycle';
import { Problem } from '../problem.ts';
import { lastLines } from './log-tail.ts';

/** A Node program to run. Its output goes to `log`; with `onLine`, its stdout is read line by line instead. */
export interface Program {
  readonly name: string;
  /** The name under which it announces where it listens, when that is another one. */
  readonly announces?: string;
  readonly entry: string;
  readonly arguments?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly log: string;
  readonly onLine?: (line: string) => void;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * In a process group of its own, so that Ctrl-C in a terminal reaches the supervisor alone and the parts stop in order.
 * Should the supervisor be killed, the closed IPC channel ends them (see `@qsr/lifecycle`).
 */
const launch = ({ entry, environment, log, onLine, ...program }: Program): ChildProcess => {
  const file = openSync(log, 'a');
  try {
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...(program.arguments ?? [])], {
      env: environment,
      detached: true,
      stdio: ['ignore', onLine === undefined ? file : 'pipe', file, 'ipc'],
    });
  } finally {
    closeSync(file);
  }
};

const readLines = (child: ChildProcess, onLine: (line: string) => void): void => {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
};

const isListening = (message: unknown): message is ListeningMessage =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'listening';

/** A program that runs under supervision. */
export class Child {
  readonly program: Program;
  readonly exited: Promise<Exit>;
  /** The URL that it announced; rejects with a `Problem` when it ends before. */
  readonly listening: Promise<string>;
  /** Every URL that it announced, by name; the first of its own name is `listening`. */
  readonly announced = new Map<string, string>();
  readonly #process: ChildProcess;

  constructor(program: Program) {
    this.program = program;
    this.#process = launch(program);
    if (program.onLine !== undefined) readLines(this.#process, program.onLine);
    const exit = Promise.withResolvers<Exit>();
    this.#process.once('error', () => exit.resolve({ code: 1, signal: null }));
    this.#process.once('exit', (code, signal) => exit.resolve({ code, signal }));
    this.exited = exit.promise;
    const announced = new Promise<string>((resolve) => {
      this.#process.on('message', (message) => {
        if (!isListening(message)) return;
        this.announced.set(message.name, message.url);
        if (message.name === (program.announces ?? program.name)) resolve(message.url);
      });
    });
    const endedEarly = this.death().then((problem) => Promise.reject(problem));
    this.listening = Promise.race([announced, endedEarly]);
    this.listening.catch(() => undefined);
  }

  /** Of the process; undefined when it could not be started. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Resolves when the program ended with 0; else throws a `Problem`. */
  async completed(): Promise<void> {
    const ended = await this.exited;
    if (ended.code !== 0) throw await this.death();
  }

  /** Resolves once the program has ended, for whatever reason, with what there is to say about it. */
  async death(): Promise<Problem> {
    const { code, signal } = await this.exited;
    const { name, log } = this.program;
    const lines = (await lastLines(log)).map((line) => `  ${line}`).join('\n');
    const how = signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`;
    return new Problem(`${name} ${how}. The end of ${log}:\n${lines || '  (nothing)'}`);
  }

  /** Asks it to drain, and kills it when that takes longer than `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), patienceMs);
    await this.exited;
    clearTimeout(timer);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
