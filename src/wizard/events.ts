/** What may happen to a session, and what it may ask the world for. Types only. */
import type { Registry } from '../diagnosis/cause.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FactGraph } from '../diagnosis/graph.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Remedy, RemoteChange } from '../diagnosis/remedy.ts';
import type { BundlePreview, DoneOrNot, PlannedRemedy, Recognised, WizardHost } from './host.ts';
import type { Overlay } from './session.ts';

export type WizardEvent =
  /** From the user. */
  | { readonly kind: 'continue' }
  | { readonly kind: 'back' }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'scroll'; readonly by: number }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'overlay'; readonly overlay: Overlay }
  | { readonly kind: 'apply' }
  | { readonly kind: 'next-remedy' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'docs' }
  | { readonly kind: 'editor' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'again' }
  | { readonly kind: 'bundle' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'write-bundle' }
  | { readonly kind: 'mail' }
  | { readonly kind: 'skip-question' }
  | { readonly kind: 'change-answer' }
  /** Whole answers, from the face that asks line by line. */
  | { readonly kind: 'symptom-text'; readonly text: string }
  | { readonly kind: 'symptom-choice'; readonly index: number }
  | { readonly kind: 'answer'; readonly given: string }
  | { readonly kind: 'quit' }
  | { readonly kind: 'interrupt' }
  /** From the world. `ready` comes first: what the program knows, once it is loaded. */
  | {
      readonly kind: 'ready';
      readonly registry: Registry<never>;
      readonly graph: FactGraph<never>;
      readonly unfinished: readonly string[] | undefined;
    }
  | { readonly kind: 'project'; readonly lines: readonly string[] }
  | { readonly kind: 'recognised'; readonly recognised: Recognised }
  | { readonly kind: 'facts'; readonly sheet: FactSheet; readonly generation: number }
  | { readonly kind: 'gathered'; readonly sheet: FactSheet; readonly generation: number }
  | {
      readonly kind: 'proved';
      readonly sheet: FactSheet;
      readonly finding: FindingId;
      readonly done: string;
      readonly before: string;
      readonly undoable: boolean;
    }
  | { readonly kind: 'planned'; readonly planned: PlannedRemedy; readonly finding: FindingId; readonly choice: number }
  | { readonly kind: 'not-applied'; readonly reason: string }
  | { readonly kind: 'undone'; readonly result: DoneOrNot }
  | { readonly kind: 'said'; readonly result: DoneOrNot }
  | {
      readonly kind: 'bundle-preview';
      readonly result: { readonly ok: true; readonly preview: BundlePreview } | { readonly ok: false; readonly reason: string };
    };

export type Effect =
  | { readonly kind: 'describe-project' }
  | { readonly kind: 'recognise'; readonly text: string }
  | { readonly kind: 'gather'; readonly answers: FactSheet['answers']; readonly generation: number }
  | { readonly kind: 'plan'; readonly remedy: EditsRemedy; readonly finding: FindingId; readonly choice: number }
  | {
      readonly kind: 'apply';
      readonly remedy: EditsRemedy;
      readonly finding: FindingId;
      readonly before: string;
      readonly answers: FactSheet['answers'];
    }
  | {
      readonly kind: 'apply-change';
      readonly change: RemoteChange;
      readonly finding: FindingId;
      readonly before: string;
      readonly answers: FactSheet['answers'];
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'preview-bundle'; readonly sheet: FactSheet }
  | { readonly kind: 'write-bundle'; readonly dropped: readonly string[] }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open'; readonly target: Parameters<WizardHost['open']>[0] }
  /** Called off: what was under way for the stage that was left. */
  | { readonly kind: 'call-off' }
  | { readonly kind: 'remember'; readonly focus: readonly string[] }
  | { readonly kind: 'exit'; readonly code: number };

export type EditsRemedy = Extract<Remedy, { readonly kind: 'edits' }>;
