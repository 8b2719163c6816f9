/** The wizard's session as one immutable value: both faces draw it, only `update` makes a new one. */
import type { Registry } from '../diagnosis/cause.ts';
import type { Question } from '../diagnosis/fact.ts';
import { type Answers, emptySheet, type FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FactGraph } from '../diagnosis/graph.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Proof } from '../diagnosis/proof.ts';
import type { Shown } from '../diagnosis/shown.ts';
import { noSymptom, type Symptom } from '../diagnosis/symptom.ts';
import type { HelpTopic } from '../help/types.ts';
import type {
  BundlePreview,
  DoneOrNot,
  DuePatch,
  ListedLogins,
  ListedPatch,
  ListedPatches,
  PlannedRemedy,
  ProposedRehearsal,
  Recognised,
  RehearsalDone,
  Standing,
  TakenName,
} from './host.ts';

/** A remedy on its way: carried out, then to be proved. */
export interface Repair {
  readonly finding: FindingId;
  readonly title: string;
  /** What was wrong, in the words of the verdict. */
  readonly before: string;
  /** `by-hand`: the user followed the steps, or says so. */
  readonly how: 'edits' | 'change' | 'by-hand';
  /** The patch that carried it out, in the journal. */
  readonly patch?: string | undefined;
}

/** A remedy that was carried out. */
export interface Repaired extends Repair {
  /** What was changed, as the host said it. */
  readonly done: string;
}

/** A repair that was proved. */
export interface Proved extends Repaired {
  /** Seen to be gone; else only changed, and not yet seen to work. */
  readonly seen: boolean;
  /** Where it was not seen: what is said of it. */
  readonly said?: string;
}

export type Stage =
  | { readonly kind: 'project' }
  /** Picking, searching or pasting. `pasted` is never drawn, only counted. */
  | { readonly kind: 'symptom'; readonly query: string; readonly pasted: string; readonly selected: number }
  | { readonly kind: 'understood'; readonly recognised: Recognised | undefined; readonly selected: number }
  /** Logins that failed, to pick one from; undefined while they are read. */
  | { readonly kind: 'failed-logins'; readonly listed: ListedLogins | undefined; readonly selected: number }
  | { readonly kind: 'help'; readonly topics: readonly HelpTopic[] | undefined; readonly selected: number }
  /** `sheet` grows; the session's own stays as it was until this one is whole. */
  | {
      readonly kind: 'gathering';
      readonly why: string;
      readonly sheet: FactSheet;
      readonly proving: Repaired | undefined;
      /** Where it leads when nothing stands against it: to the verdict, or on to the bundle. */
      readonly leadsTo: 'verdict' | 'bundle';
    }
  | {
      readonly kind: 'question';
      readonly question: Question<unknown>;
      readonly selected: number;
      readonly text: string;
      readonly problem: string;
    }
  | { readonly kind: 'answers'; readonly selected: number }
  | { readonly kind: 'verdict'; readonly selected: number }
  | {
      readonly kind: 'remedy';
      readonly finding: FindingId;
      readonly choice: number;
      readonly planned: PlannedRemedy | undefined;
      /** How many values were copied: the copy key goes from one to the next. */
      readonly copied: number;
    }
  | { readonly kind: 'confirm-change'; readonly finding: FindingId; readonly choice: number }
  /** Something that cannot be called off halfway. */
  | {
      readonly kind: 'working';
      readonly task:
        | { readonly kind: 'repair'; readonly repair: Repair }
        | { readonly kind: 'undo'; readonly patch: string }
        /** The proof went against the patch; `sheet` is what was seen with it, `why` the sentence. */
        | {
            readonly kind: 'take-back';
            readonly repaired: Repaired;
            readonly proof: Proof;
            readonly why: string;
            readonly sheet: FactSheet;
          };
    }
  /** What can be taken back; undefined while the journal is read. */
  | { readonly kind: 'patches'; readonly listed: ListedPatches | undefined; readonly selected: number }
  | { readonly kind: 'confirm-undo'; readonly patch: ListedPatch }
  /** `back`: what came of taking the patch back, where the proof went against it. */
  | { readonly kind: 'proof'; readonly repaired: Repaired; readonly proof: Proof; readonly back?: DoneOrNot }
  | {
      readonly kind: 'bundle';
      readonly preview: BundlePreview | undefined;
      readonly selected: number;
      readonly dropped: readonly string[];
      readonly keepsPeople: boolean;
    }
  /** A file of the bundle's name is there already. */
  | {
      readonly kind: 'bundle-name';
      readonly taken: TakenName;
      readonly dropped: readonly string[];
      readonly text: string;
      readonly selected: number;
    }
  /** What would be started, shown before it is; undefined while the folder is read. */
  | { readonly kind: 'rehearse'; readonly proposed: ProposedRehearsal | undefined }
  | { readonly kind: 'rehearse-command'; readonly text: string }
  /** The app runs. `said`: what has been done so far, the last one under way. */
  | { readonly kind: 'rehearsing'; readonly command: string; readonly said: readonly string[] }
  /** `unfolded`: acts whose exchanges are drawn. */
  | { readonly kind: 'rehearsed'; readonly unfolded: readonly string[]; readonly selected: number }
  /** A text to be read: a bundle's entry, a code sample, an exchange. */
  | { readonly kind: 'entry'; readonly name: string; readonly text: string }
  | { readonly kind: 'message'; readonly title: string; readonly lines: readonly string[] };

export type OverlayKind = 'keys' | 'tree' | 'quit';

/** Lies over the stage; the last one is on top. */
export interface Overlay {
  readonly kind: OverlayKind;
  readonly scroll: number;
  /** The letter that opened it over an empty search box: when the word goes on (“t”, then “oken”), it was meant for the box. */
  readonly letter: string | undefined;
}

/** What the last key came to, where no stage says it: shown until the next key. */
export interface Notice {
  readonly text: string;
  readonly good: boolean;
}

/** A diagnosis that an earlier run did not bring to its end. Answers are those chosen from a list: nobody's words, no secret. */
export interface Unfinished {
  readonly focus: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
}

export interface Session {
  readonly registry: Registry<never>;
  readonly graph: FactGraph<never>;
  readonly stage: Stage;
  /** Counts the stages: what the world answers to an earlier one is ignored. */
  readonly generation: number;
  /** Stages to go back to, the last one first. */
  readonly past: readonly Stage[];
  readonly overlays: readonly Overlay[];
  readonly projectLines: readonly string[] | undefined;
  /** What the user came for. */
  readonly symptom: Symptom;
  /** The last facts that were gathered to the end, and what they rest on. */
  readonly sheet: FactSheet;
  readonly standing: Standing | undefined;
  /** What a look had seen that was called off (Esc), where nothing whole took its place since. */
  readonly calledOff: FactSheet | undefined;
  /** Something was changed after these facts were gathered. */
  readonly outdated: boolean;
  readonly answers: Answers;
  /** The answers as they were given, without secret ones: so that they can be shown and changed. */
  readonly given: ReadonlyMap<string, string>;
  /** Questions that the user passed over. */
  readonly declined: ReadonlySet<string>;
  /** First line of the stage's body that is shown. */
  readonly scroll: number;
  /** What was repaired and proved in this session. */
  readonly repaired: readonly Proved[];
  /** Findings whose patch was taken back, since it made something worse or nothing better: only steps are offered for them. */
  readonly takenBack: readonly FindingId[];
  readonly unfinished: Unfinished | undefined;
  /** Patches, also of an earlier run, of which nobody has looked yet whether they helped. */
  readonly due: readonly DuePatch[];
  /** There is something that can be taken back. */
  readonly hasPatches: boolean;
  readonly notice: Notice | undefined;
  /** The last rehearsal of this session, and what it has shown that holds still. */
  readonly rehearsal: RehearsalDone | undefined;
  readonly shown: readonly Shown[];
}

/** Before anything is known: the first frame is drawn while the rest of the program is still being loaded. */
export function newSession(): Session {
  return {
    registry: [],
    graph: { probes: [], questions: [] },
    stage: { kind: 'project' },
    generation: 0,
    past: [],
    overlays: [],
    projectLines: undefined,
    symptom: noSymptom,
    sheet: emptySheet,
    standing: undefined,
    calledOff: undefined,
    outdated: false,
    answers: new Map(),
    given: new Map(),
    declined: new Set(),
    scroll: 0,
    repaired: [],
    takenBack: [],
    unfinished: undefined,
    due: [],
    hasPatches: false,
    notice: undefined,
    rehearsal: undefined,
    shown: [],
  };
}

/** The facts that the present screen speaks of: those that are coming in, else the last whole ones. */
export function sheetShown({ stage, sheet }: Session): FactSheet {
  return stage.kind === 'gathering' ? stage.sheet : sheet;
}
