/**
 * Facts: everything that can be known. A fact comes from a probe or from a question; who needs it does not know which.
 * The type of `needs` infers what `observe` and `judge` receive.
 */
import type { Outcome } from './outcome.ts';

/** What a probe touches. `--offline` leaves out `network`; after a remedy everything but `text` is gathered afresh. */
export type Reach = 'files' | 'network' | 'text' | 'derived';

export interface Probe<T, Tools = never> {
  readonly kind: 'probe';
  /** Stable, kebab-case; part of the JSON document. */
  readonly id: string;
  /** What is looked at, as the checklist shows it: "Allowed callback URLs of the client". */
  readonly title: string;
  readonly reach: Reach;
  readonly needs: Facts<Tools>;
  readonly wants: Facts<Tools>;
  /** Milliseconds after which the engine aborts the probe. At most 10,000. */
  readonly deadlineMs: number;
  readonly observe: (facts: Record<string, unknown>, tools: Tools, signal: AbortSignal) => Promise<Outcome<T>> | Outcome<T>;
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface Question<T> {
  readonly kind: 'question';
  readonly id: string;
  /** The question itself, one sentence. */
  readonly title: string;
  /** Why it is asked: what no probe can tell. */
  readonly reason: string;
  readonly answer: AnswerShape;
  /** Turns what the user gave into the fact's value, or says in a sentence why it cannot. */
  readonly read: (given: string) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };
}

export type AnswerShape =
  | { readonly kind: 'choice'; readonly choices: readonly Choice<string>[]; readonly default: string }
  | { readonly kind: 'text'; readonly placeholder: string; readonly default: string; readonly secret: boolean };

export type Fact<T, Tools = never> = Probe<T, Tools> | Question<T>;

// biome-ignore lint/suspicious/noExplicitAny: the one place where facts of every type meet; `needs` keeps them apart for users.
export type AnyFact<Tools = never> = Fact<any, Tools>;
export type Facts<Tools = never> = Readonly<Record<string, AnyFact<Tools>>>;

export type ValueOf<F> = F extends Probe<infer T, never> ? T : F extends Question<infer T> ? T : never;
/** What `observe` and `judge` receive: every need with its value, every want with its value or undefined. */
export type Given<N, W> = { readonly [K in keyof N]: ValueOf<N[K]> } & { readonly [K in keyof W]: ValueOf<W[K]> | undefined };
