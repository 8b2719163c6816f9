/** The wizard's session as one immutable value: both faces draw it, only `update` makes a new one. */
import type { Problem, Registry } from '../diagnosis/cause.ts';
import type { Question } from '../diagnosis/fact.ts';
import { emptySheet, type FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FactGraph } from '../diagnosis/graph.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Proof } from '../diagnosis/proof.ts';
import type { BundlePreview, PlannedRemedy, Recognised } from './host.ts';

export type Stage =
  | { readonly kind: 'project' }
  /** Picking, searching or pasting. `pasted` is never drawn, only counted. */
  | { readonly kind: 'symptom'; readonly query: string; readonly pasted: string; readonly selected: number }
  | { readonly kind: 'understood'; readonly recognised: Recognised | undefined }
  | { readonly kind: 'gathering'; readonly why: string }
  | {
      readonly kind: 'question';
      readonly question: Question<unknown>;
      readonly selected: number;
      readonly text: string;
      readonly problem: string;
    }
  | { readonly kind: 'verdict'; readonly selected: number }
  | {
      readonly kind: 'remedy';
      readonly finding: FindingId;
      readonly choice: number;
      readonly planned: PlannedRemedy | undefined;
      readonly said: string;
    }
  | { readonly kind: 'confirm-change'; readonly finding: FindingId; readonly choice: number }
  | { readonly kind: 'working'; readonly what: string }
  | {
      readonly kind: 'proof';
      readonly finding: FindingId;
      readonly done: string;
      readonly proof: Proof;
      readonly before: string;
      readonly undoable: boolean;
    }
  | {
      readonly kind: 'bundle';
      readonly preview: BundlePreview | undefined;
      readonly selected: number;
      readonly dropped: readonly string[];
      readonly said: string;
    }
  | { readonly kind: 'entry'; readonly name: string; readonly text: string }
  | { readonly kind: 'message'; readonly title: string; readonly lines: readonly string[] };

export type Overlay = 'keys' | 'tree' | 'quit';

export interface Session {
  readonly registry: Registry<never>;
  readonly graph: FactGraph<never>;
  readonly stage: Stage;
  /** Stages to go back to, the last one first. */
  readonly past: readonly Stage[];
  readonly overlays: readonly Overlay[];
  readonly projectLines: readonly string[] | undefined;
  /** Problems that the symptom points to; empty: everything. */
  readonly focus: readonly string[];
  readonly sheet: FactSheet;
  /** Questions that the user passed over. */
  readonly declined: ReadonlySet<string>;
  /** First line of the body that is shown. */
  readonly scroll: number;
  /** Results of effects with an older number are ignored. */
  readonly generation: number;
  /** What was repaired and proved in this session, in words. */
  readonly repaired: readonly string[];
  /** An unfinished diagnosis of an earlier run that can be taken up again. */
  readonly unfinished: readonly string[] | undefined;
}

/** Before anything is known: the first frame is drawn while the rest of the program is still being loaded. */
export function newSession(): Session {
  return {
    registry: [],
    graph: { probes: [], questions: [] },
    stage: { kind: 'project' },
    past: [],
    overlays: [],
    projectLines: undefined,
    focus: [],
    sheet: emptySheet,
    declined: new Set(),
    scroll: 0,
    generation: 0,
    repaired: [],
    unfinished: undefined,
  };
}

/** What the symptom list offers for a query, best first; `undefined` is "I don't know what". */
export type SymptomChoice =
  | { readonly kind: 'pasted'; readonly length: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'resume'; readonly focus: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: Problem<never> }
  | { readonly kind: 'unknown' };

export function symptomChoices(session: Session): SymptomChoice[] {
  if (session.stage.kind !== 'symptom') return [];
  const { query, pasted } = session.stage;
  if (pasted !== '') return [{ kind: 'pasted', length: pasted.length + query.length }];
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = session.registry.filter((problem) => words.every((word) => searchText(problem).includes(word)));
  return [
    ...(session.unfinished && words.length === 0 ? [{ kind: 'resume' as const, focus: session.unfinished }] : []),
    ...found.map((problem) => ({ kind: 'problem' as const, problem })),
    ...(words.length > 0 ? [{ kind: 'text' as const, text: query }] : []),
    { kind: 'unknown' },
  ];
}

function searchText({ title, looksLike, category, symptoms }: Problem<never>): string {
  return [title, looksLike, category, ...symptoms.codes, ...symptoms.phrases].join(' ').toLowerCase();
}
