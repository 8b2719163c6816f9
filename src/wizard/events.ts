/** What may happen to a session, and what it may ask the world for. Types only. */
import type { Registry } from '../diagnosis/cause.ts';
import type { Answers, FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FactGraph } from '../diagnosis/graph.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Remedy, RemoteChange } from '../diagnosis/remedy.ts';
import type { HelpTopic } from '../help/types.ts';
import type {
  BundleChoices,
  BundleName,
  BundlePreview,
  DoneOrNot,
  ListedLogins,
  ListedPatches,
  PlannedRemedy,
  ProposedRehearsal,
  Recognised,
  RehearsedOrNot,
  Standing,
  WizardHost,
  WrittenOrNot,
} from './host.ts';
import type { OverlayKind, Unfinished } from './session.ts';

export type UserEvent =
  | { readonly kind: 'continue' }
  | { readonly kind: 'back' }
  /** `most`: how far the face could scroll at all; only it knows the size of the window. */
  | { readonly kind: 'move'; readonly by: number; readonly most?: number }
  | { readonly kind: 'scroll'; readonly by: number; readonly most?: number }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'overlay'; readonly overlay: OverlayKind; readonly letter?: string }
  | { readonly kind: 'apply' }
  | { readonly kind: 'next-remedy' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'docs' }
  | { readonly kind: 'editor' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'patches' }
  | { readonly kind: 'prove' }
  | { readonly kind: 'again' }
  | { readonly kind: 'bundle' }
  | { readonly kind: 'help' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'keep-people' }
  | { readonly kind: 'write-bundle' }
  | { readonly kind: 'mail' }
  | { readonly kind: 'skip-question' }
  | { readonly kind: 'rehearse' }
  | { readonly kind: 'edit-command' }
  | { readonly kind: 'open-exchange' }
  | { readonly kind: 'answers' }
  /** Whole answers, from the face that asks line by line. */
  | { readonly kind: 'symptom-text'; readonly text: string }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'answer'; readonly given: string }
  | { readonly kind: 'quit' }
  | { readonly kind: 'interrupt' };

/** `generation`: the number of the stage that asked. */
export type WorldEvent =
  /** Comes first: what the program knows, once it is loaded. */
  | {
      readonly kind: 'ready';
      readonly registry: Registry<never>;
      readonly graph: FactGraph<never>;
      readonly unfinished: Unfinished | undefined;
      readonly left: WizardHost['left'];
    }
  | { readonly kind: 'project'; readonly lines: readonly string[] }
  | { readonly kind: 'recognised'; readonly recognised: Recognised; readonly generation: number }
  | { readonly kind: 'failed-logins'; readonly listed: ListedLogins; readonly generation: number }
  | { readonly kind: 'help-topics'; readonly topics: readonly HelpTopic[]; readonly generation: number }
  | { readonly kind: 'facts'; readonly sheet: FactSheet; readonly generation: number }
  | { readonly kind: 'gathered'; readonly sheet: FactSheet; readonly standing: Standing; readonly generation: number }
  | { readonly kind: 'patches-listed'; readonly listed: ListedPatches; readonly generation: number }
  | { readonly kind: 'planned'; readonly planned: PlannedRemedy; readonly generation: number }
  | { readonly kind: 'carried-out'; readonly result: DoneOrNot; readonly generation: number }
  | { readonly kind: 'said'; readonly result: DoneOrNot }
  | { readonly kind: 'rehearsal-proposed'; readonly proposed: ProposedRehearsal; readonly generation: number }
  | { readonly kind: 'rehearsal-said'; readonly sentence: string; readonly generation: number }
  | { readonly kind: 'rehearsed'; readonly result: RehearsedOrNot; readonly generation: number }
  | { readonly kind: 'bundle-written'; readonly result: WrittenOrNot; readonly generation: number }
  | {
      readonly kind: 'bundle-preview';
      readonly result: { readonly ok: true; readonly preview: BundlePreview } | { readonly ok: false; readonly reason: string };
      readonly generation: number;
    };

export type WizardEvent = UserEvent | WorldEvent;

/** The runner hands the number of the stage back with each answer. */
export type Effect =
  | { readonly kind: 'describe-project' }
  | { readonly kind: 'recognise'; readonly text: string; readonly hints?: readonly string[] }
  | { readonly kind: 'list-failed-logins' }
  | { readonly kind: 'list-help'; readonly problem: string | undefined }
  | { readonly kind: 'gather'; readonly answers: Answers }
  | { readonly kind: 'plan'; readonly remedy: EditsRemedy }
  | { readonly kind: 'apply'; readonly remedy: EditsRemedy; readonly finding: FindingId }
  | { readonly kind: 'apply-change'; readonly change: RemoteChange; readonly finding: FindingId }
  | { readonly kind: 'undo'; readonly patch: string }
  | { readonly kind: 'list-patches' }
  | { readonly kind: 'settle-proof'; readonly patch: string; readonly proof: string }
  | { readonly kind: 'preview-bundle'; readonly sheet: FactSheet; readonly choices: BundleChoices }
  | { readonly kind: 'write-bundle'; readonly dropped: readonly string[]; readonly as?: BundleName }
  | { readonly kind: 'propose-rehearsal'; readonly command: string | undefined }
  | { readonly kind: 'rehearse' }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open'; readonly target: Parameters<WizardHost['open']>[0] }
  /** What is being gathered is called off. */
  | { readonly kind: 'call-off' }
  | { readonly kind: 'remember'; readonly unfinished: Unfinished }
  | { readonly kind: 'exit'; readonly code: number };

export type EditsRemedy = Extract<Remedy, { readonly kind: 'edits' }>;
