/** Causes and problems. Nothing here knows any of them by name. */
import type { Facts, Given } from './fact.ts';
import type { Remedy } from './remedy.ts';
import type { Verdict } from './verdict.ts';

/** Whose side the fault is on. */
export type Side = 'app' | 'network' | 'idp' | 'scalekit';
export type Severity = 'error' | 'warning' | 'info';
/**
 * What shows that a repair of the cause works: reading the files again, asking Scalekit or a host again, or only the app when it runs.
 * For what lies in the app's code, that is the last one unless the cause says otherwise.
 */
export type ProvedBy = 'reading' | 'asking' | 'running';
export type CategoryId = 'authentication' | 'sso' | 'session' | 'scim' | 'webhooks' | 'help' | 'code' | 'network';

export interface CauseDefinition<Tools, N extends Facts<Tools>, W extends Facts<Tools>> {
  /** Unique within its problem, kebab-case; the finding's id is `problem/cause`. */
  readonly id: string;
  /** The fault as a statement: "The redirect URI is not among the allowed callback URLs". */
  readonly title: string;
  readonly side: Side;
  readonly severity?: Severity;
  /** Left out: `asking` where a fact that it needs is asked for or the fault is not the app's, else `running`. */
  readonly provedBy?: ProvedBy;
  readonly docs?: string;
  /** Facts without which nothing can be said: where one is unknown, so is the verdict. */
  readonly needs?: N;
  /** Facts that sharpen the verdict and may be missing. */
  readonly wants?: W;
  /** Pure. Must not throw on any value of the facts. */
  readonly judge: (facts: Given<N, W>) => Verdict;
  /** Only asked when the verdict is confirmed, likely or possible. Best remedy first; may be empty. Pure. */
  readonly remedy: (facts: Given<N, W>) => readonly Remedy[];
}

export interface Cause<Tools = never> {
  readonly id: string;
  readonly title: string;
  readonly side: Side;
  readonly severity: Severity;
  readonly provedBy: ProvedBy;
  readonly docs?: string;
  readonly needs: Facts<Tools>;
  readonly wants: Facts<Tools>;
  readonly judge: (facts: Record<string, unknown>) => Verdict;
  readonly remedy: (facts: Record<string, unknown>) => readonly Remedy[];
}

/** How a pasted text or a search points to a problem. */
export interface Symptoms {
  /** Error codes as servers and SDKs print them, lower case: `invalid_redirect_uri`. Matched as whole words. */
  readonly codes: readonly string[];
  /** What people write, in lower case: "callback url not allowed". */
  readonly phrases: readonly string[];
}

export interface Problem<Tools = never> {
  readonly id: string;
  readonly category: CategoryId;
  readonly title: string;
  /** What the user sees when he has it, one sentence: shown under the title in the symptom list. */
  readonly looksLike: string;
  readonly symptoms: Symptoms;
  /** Order is the order of the tree; findings are ranked by verdict. */
  readonly causes: readonly Cause<Tools>[];
  /** Finding ids of causes that live in another problem and bring this one about, too: one fault has one name. Shown and judged with this problem. */
  readonly alsoCausedBy?: readonly string[];
  /** While it lasts, other problems can neither be looked into nor be proved gone: after the one the user came for, its errors are told first. */
  readonly comesFirst?: true;
  readonly docs: string;
}

export type Registry<Tools = never> = readonly Problem<Tools>[];
