/**
 * What the wizard may ask the world to do, and what comes back. The session machine emits these effects as values; the command carries them
 * out through a host. Faces and session never touch a file, a socket or a clock themselves.
 */

import type { Registry } from '../diagnosis/cause.ts';
import type { Answers, FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FactGraph } from '../diagnosis/graph.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Remedy, RemoteChange } from '../diagnosis/remedy.ts';
import type { Shown } from '../diagnosis/shown.ts';
import type { Symptom } from '../diagnosis/symptom.ts';
import type { HelpTopic } from '../help/types.ts';
import type { SymptomAnswer } from '../report/answer.ts';
import type { RehearsalReport } from '../report/rehearsal.ts';

/** What was understood of a symptom that was typed or pasted. */
export interface Recognised {
  /** One line for each thing recognised: "Callback URL with the error invalid_redirect_uri". Secrets are masked. */
  readonly lines: readonly string[];
  readonly symptom: Symptom;
  /** The sentence for text that is none of ours. */
  readonly nothingOfOurs?: string;
}

/** A login that failed, as Scalekit recorded it. */
export interface ListedLogin {
  readonly title: string;
  /** What is recognised when it is picked. */
  readonly text: string;
  /** Ids of problems that such a login can fail of, where the record gives no reason. */
  readonly hints: readonly string[];
}

export type ListedLogins =
  /** The newest first. */
  { readonly ok: true; readonly logins: readonly ListedLogin[] } | { readonly ok: false; readonly reason: string };

/** A remedy made ready to be shown. */
export type PlannedRemedy =
  | { readonly kind: 'diff'; readonly diff: string; readonly files: readonly string[]; readonly warnings: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** A patch of which nobody has looked yet whether it did what it was for. */
export interface DuePatch {
  readonly id: string;
  /** What it was to repair. */
  readonly finding: string;
  readonly files: readonly string[];
}

/** A patch, or a change in Scalekit, that can be taken back. */
export interface ListedPatch {
  readonly id: string;
  readonly title: string;
  /** Files; or for a change, what was before and what is since. */
  readonly below: readonly string[];
  /** Of a change in Scalekit: the address, and whether it is production. */
  readonly environment?: string;
}

export type ListedPatches =
  /** The newest first. */
  { readonly ok: true; readonly patches: readonly ListedPatch[] } | { readonly ok: false; readonly reason: string };

export type DoneOrNot =
  /** `patch`: what is in place now, where files were changed. */
  | { readonly ok: true; readonly message: string; readonly patch?: Pick<DuePatch, 'id' | 'files'> }
  | { readonly ok: false; readonly reason: string };

export interface BundleEntryPreview {
  readonly name: string;
  readonly bytes: number;
  readonly text: string;
  /** What the others are listed in, and what is read first, cannot be dropped. */
  readonly isFixed?: boolean;
}

/** What the user decided about a bundle so far. */
export interface BundleChoices {
  readonly dropped: readonly string[];
  /** Values in decoded claims that name people stay. */
  readonly keepsPeople: boolean;
}

/** `over`: the file that is there may go. */
export interface BundleName {
  readonly name: string;
  readonly over: boolean;
}

export interface TakenName {
  readonly name: string;
  /** Like it, and not taken. */
  readonly free: string;
}

export type WrittenOrNot =
  | { readonly ok: true; readonly message: string }
  | { readonly ok: false; readonly reason: string; readonly taken?: TakenName };

export interface BundlePreview {
  readonly entries: readonly BundleEntryPreview[];
  readonly subject: string;
  readonly body: string;
  readonly mailto: string;
}

/** What a rehearsal would start. */
export type ProposedRehearsal =
  | {
      readonly ok: true;
      /** As it is shown and edited. */
      readonly command: string;
      /** It was named by hand in an earlier run. */
      readonly remembered: boolean;
      /** Folder, port, variables by name, what stays real: a name and a text each. */
      readonly rows: readonly (readonly [name: string, text: string])[];
    }
  | { readonly ok: false; readonly reason: string };

/** What a rehearsal came to. */
export interface RehearsalDone {
  /** Redacted. */
  readonly report: RehearsalReport;
  readonly shown: readonly Shown[];
  readonly notes: readonly string[];
  /** The causes that a run can show are among these. */
  readonly registry: Registry<never>;
}

export type RehearsedOrNot = ({ readonly ok: true } & RehearsalDone) | { readonly ok: false; readonly lines: readonly string[] };

/** What a diagnosis rests on beside its findings, by the same rule as `check`. */
export interface Standing {
  /** False: without a finding, nothing can be said (nobody was reached, or nothing here concerns Scalekit). */
  readonly conclusive: boolean;
  /** The sentence that says why not. */
  readonly note?: string;
  /** Where a change in Scalekit would be made: the address, and whether it is production. */
  readonly environment?: string;
  /** Sentences on code that was not read: they stand beside the verdict. */
  readonly unread?: readonly string[];
  /** What the user came for, answered. */
  readonly answer?: SymptomAnswer;
}

/** Written by `commands/`; handed to both faces. Every method is bounded in time and never rejects: failures are values. */
export interface WizardHost {
  readonly version: string;
  readonly registry: Registry<never>;
  readonly graph: FactGraph<never>;
  /** A few lines on the project: framework, SDK and version, env files, redirect URIs, git state. */
  describeProject(signal: AbortSignal): Promise<readonly string[]>;
  /** Recognises a pasted or typed symptom and keeps it as a fact for the probes. `hints`: the problems it
   * points to, where the caller knows better than the text. */
  recognise(text: string, hints?: readonly string[]): Promise<Recognised>;
  /** Reads Scalekit's record; changes nothing. */
  failedLogins(signal: AbortSignal): Promise<ListedLogins>;
  /** Documentation, samples for the project's framework, ways to try things out; for one problem or in general. */
  help(problem: string | undefined, signal: AbortSignal): Promise<readonly HelpTopic[]>;
  gather(request: {
    readonly answers: Answers;
    readonly onChange: (sheet: FactSheet) => void;
    readonly signal: AbortSignal;
  }): Promise<FactSheet>;
  /** Pure. */
  standing(sheet: FactSheet, symptom: Symptom): Standing;
  plan(remedy: Extract<Remedy, { readonly kind: 'edits' }>): Promise<PlannedRemedy>;
  apply(finding: FindingId, remedy: Extract<Remedy, { readonly kind: 'edits' }>): Promise<DoneOrNot>;
  applyChange(finding: FindingId, change: RemoteChange): Promise<DoneOrNot>;
  /** What an earlier run left: read when the program starts. */
  readonly left: { readonly due: readonly DuePatch[]; readonly hasPatches: boolean };
  patches(): Promise<ListedPatches>;
  undo(patch: string): Promise<DoneOrNot>;
  /** Writes down what became of a patch; `proof` is the kind of a proof. */
  settleProof(patch: string, proof: string): Promise<void>;
  /** The exact text of every entry under these choices; entries that are dropped are there to be looked at and taken back in. */
  previewBundle(
    sheet: FactSheet,
    choices: BundleChoices,
    symptom: Symptom,
  ): Promise<{ readonly ok: true; readonly preview: BundlePreview } | { readonly ok: false; readonly reason: string }>;
  /** What was previewed last, but for these entries. */
  writeBundle(dropped: readonly string[], as?: BundleName): Promise<WrittenOrNot>;
  /** Starts nothing. `command`: as the user has edited it; empty: as the project's files say. */
  proposeRehearsal(command: string | undefined): Promise<ProposedRehearsal>;
  /** Starts what was proposed last; resolves when everything has ended, also where it was stopped. */
  rehearse(signal: AbortSignal, onProgress: (sentence: string) => void): Promise<RehearsedOrNot>;
  copy(text: string): Promise<DoneOrNot>;
  open(
    target:
      | { readonly kind: 'url'; readonly url: string }
      | { readonly kind: 'mail'; readonly mailto: string }
      | { readonly kind: 'editor'; readonly file: string; readonly line: number },
  ): Promise<DoneOrNot>;
}
