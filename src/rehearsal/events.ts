/** The vocabulary of a rehearsal: exchanges, what became of cookies, what the preload noted, and an act's outcome. Plain data. */
import type { Location } from '../diagnosis/evidence.ts';
import type { Shown } from '../diagnosis/shown.ts';
import type { Message } from './messages.ts';

export type Party = 'browser' | 'app' | 'scalekit' | 'sender';

/** What the browser did with a cookie of an answer. */
export interface CookieFate {
  readonly name: string;
  readonly kept: boolean;
  /** Why it was dropped, or what another browser does with it. */
  readonly why?: string;
  readonly attributes: string;
}

/** A cookie that was there and was not sent. */
export interface Withheld {
  readonly name: string;
  readonly why: string;
  readonly reason: 'same-site' | 'path' | 'domain' | 'secure' | 'expired';
}

/** One request with its answer, as it may be shown: secret values are replaced by a short mark that shows which are equal. */
export interface Exchange {
  readonly id: `exchange-${number}`;
  readonly act: string;
  readonly from: Party;
  readonly to: Party;
  /** Milliseconds since the run began. */
  readonly at: number;
  readonly ms: number;
  readonly method: string;
  readonly target: string;
  /** Undefined: no answer came. */
  readonly status?: number;
  /** Where the answer sends the browser, or the OAuth error that it holds. */
  readonly answer?: string;
  readonly cookies?: readonly CookieFate[];
  readonly withheld?: readonly Withheld[];
  /** The project's own code that ran, innermost first. */
  readonly where?: readonly Location[];
  readonly request?: Message;
  readonly response?: Message;
}

export type Grade = 'F' | 'W' | 'I';

export interface ActReport {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'sound' | 'unsound' | 'not-judged';
  readonly grade?: Grade;
  readonly why: string;
  readonly exchanges: readonly Exchange[];
  /** The first exchange that went wrong. */
  readonly wrong?: string;
  /** Ids of the findings that it has shown. */
  readonly findings?: readonly string[];
}

export interface Rehearsed {
  readonly command: string;
  readonly port: number;
  readonly acts: readonly ActReport[];
  readonly shown: readonly Shown[];
  /** Sentences: what was set, what stays real, what could not be judged. */
  readonly notes: readonly string[];
}

/** What an act hands back; the runner adds its exchanges. */
export interface Outcome {
  readonly outcome: ActReport['outcome'];
  readonly grade?: Grade;
  readonly why: string;
  readonly wrong?: string;
  readonly shown?: readonly Shown[];
}

export const sound = (why: string, shown: readonly Shown[] = []): Outcome => ({ outcome: 'sound', why, shown });
export const notJudged = (why: string): Outcome => ({ outcome: 'not-judged', why });
