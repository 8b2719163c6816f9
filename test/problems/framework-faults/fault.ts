/** One fault at a time, put into the healthy app of a framework. */
import type { HealthyApp } from '../app.ts';

export interface FaultInApp {
  /** The one finding that is confirmed for it. */
  readonly finding: string;
  readonly file: string;
  /** Each must be there. */
  readonly replace: readonly (readonly [from: string | RegExp, to: string])[];
  /** What tells this shape from another of the same finding. */
  readonly shape?: string;
}

export interface FrameworkFault extends FaultInApp {
  readonly app: HealthyApp;
}

type Change = FaultInApp['replace'][number];

/** A fault in few words: one change of one file, or several. */
export function one(finding: string, file: string, changes: readonly Change[], shape?: string): FaultInApp;
export function one(finding: string, file: string, from: string | RegExp, to: string, shape?: string): FaultInApp;
export function one(
  finding: string,
  file: string,
  from: string | RegExp | readonly Change[],
  toOrShape?: string,
  shape?: string,
): FaultInApp {
  const isOne = typeof from === 'string' || from instanceof RegExp;
  const named = isOne ? shape : toOrShape;
  const replace: readonly Change[] = isOne ? [[from, toOrShape ?? '']] : from;
  return { finding, file, replace, ...(named === undefined ? {} : { shape: named }) };
}
