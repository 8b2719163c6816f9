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
