import type { Question, Run, Step } from '../run.ts';
import type { SubgraphAnswer } from '../send.ts';

/** A step, how many others must be over before it begins, and the positions of those that wait for it. */
export interface Ordered {
  readonly step: Step;
  readonly waitsFor: number;
  readonly next: readonly number[];
}

/** Who waits for the end. */
interface Waiting {
  /** Told how many requests one after the other it took. */
  readonly resolve: (rounds: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One request on its way through the steps of its plan. It counts what each step still waits for instead of chaining
 * promises: with fifty requests under way, the promises of each would be most of what the processor has to look up.
 */
export class Course {
  readonly #steps: readonly Ordered[];
  readonly #run: Run;
  readonly #waiting: Waiting;
  /** For each step, how many that it waits for are not over. */
  readonly #missing: number[];
  /** For each step, how many requests came one after the other before it. */
  readonly #before: number[];
  #left: number;
  #rounds = 0;

  constructor(steps: readonly Ordered[], run: Run, waiting: Waiting) {
    this.#steps = steps;
    this.#run = run;
    this.#waiting = waiting;
    this.#left = steps.length;
    this.#missing = steps.map(({ waitsFor }) => waitsFor);
    this.#before = steps.map(() => 0);
  }

  begin(): void {
    for (let position = 0; position < this.#steps.length; position += 1) {
      if (this.#steps[position]?.waitsFor === 0) this.#begin(position);
    }
  }

  #begin(position: number): void {
    try {
      const question = this.#steps[position]?.step(this.#run);
      if (question === undefined) this.#over(position, 0);
      else this.#ask(position, question);
    } catch (error) {
      this.#waiting.reject(error);
    }
  }

  #ask(position: number, question: Question): void {
    this.#run.send(question.fetch).then((answer) => this.#take(position, question, answer), this.#waiting.reject);
  }

  #take(position: number, question: Question, answer: SubgraphAnswer): void {
    try {
      this.#run.isPlain &&= answer.isPlain;
      question.take(answer);
    } catch (error) {
      this.#waiting.reject(error);
      return;
    }
    this.#over(position, 1);
  }

  #over(position: number, requests: 0 | 1): void {
    const rounds = (this.#before[position] ?? 0) + requests;
    if (rounds > this.#rounds) this.#rounds = rounds;
    this.#left -= 1;
    for (const next of this.#steps[position]?.next ?? []) this.#release(next, rounds);
    if (this.#left === 0) this.#waiting.resolve(this.#rounds);
  }

  #release(position: number, rounds: number): void {
    const missing = (this.#missing[position] ?? 0) - 1;
    this.#missing[position] = missing;
    if (rounds > (this.#before[position] ?? 0)) this.#before[position] = rounds;
    if (missing === 0) this.#begin(position);
  }
}
