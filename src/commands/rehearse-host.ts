/** The rehearsal as the wizard asks for it: proposed, started on the user's word, told act by act. Never rejects. */
import type { Registry } from '../diagnosis/cause.ts';
import { emptySheet, type FactSheet } from '../diagnosis/fact-sheet.ts';
import { scrubbedRegistry } from '../diagnosis/scrub.ts';
import { rehearsalProblems } from '../problems/rehearsal/index.ts';
import { leftOverNotes } from '../rehearsal/reports.ts';
import type { RehearsalResult } from '../rehearsal/run.ts';
import { lastWritten } from '../rehearsal/stage/not-ready.ts';
import type { ProposedRehearsal, RehearsedOrNot, WizardHost } from '../wizard/host.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { type Proposed, proposalRows } from './rehearse/consent.ts';
import { perform } from './rehearse/perform.ts';
import { prepare } from './rehearse/prepare.ts';
import { rememberCommand, rememberedCommand } from './rehearse/remembered.ts';
import { typedCommand } from './rehearse/start.ts';

/** The whole run, and the app's first answer in it. */
const RUN_MS = 180_000;
const START_MS = 60_000;
const LAST_LINES = 12;

export interface RehearseHostParts {
  readonly context: DiagnosisContext;
  readonly options: CommonOptions;
  readonly io: CommandIo;
  readonly latest: () => FactSheet;
}

export function rehearseHost({
  context,
  options,
  io,
  latest,
}: RehearseHostParts): Pick<WizardHost, 'proposeRehearsal' | 'rehearse'> {
  let proposed: { readonly plan: Proposed; readonly words: readonly string[] | undefined } | undefined;
  const sheet = async (): Promise<FactSheet> =>
    latest() === emptySheet
      ? context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, only: 'files' })
      : latest();

  const propose = async (command: string | undefined): Promise<ProposedRehearsal> => {
    proposed = undefined;
    // A command that was just emptied is not to come back by itself.
    const isFirst = command === undefined;
    const kept = isFirst ? await rememberedCommand(options.cwd, io.env) : undefined;
    const words = command === undefined ? kept : command === '' ? undefined : [command];
    const given = typedCommand(words ?? []);
    const prepared = await prepare(context, options, io, await sheet(), { given });
    if (prepared.kind === 'cannot') return { ok: false, reason: prepared.why };
    const plan = { ...prepared.proposed, remembered: kept !== undefined };
    proposed = { plan, words: isFirst ? undefined : (words ?? []) };
    return { ok: true, command: plan.start.shown, remembered: plan.remembered, rows: proposalRows(plan, io.env) };
  };

  const play = async (signal: AbortSignal, onProgress: (sentence: string) => void): Promise<RehearsedOrNot> => {
    if (!proposed) return { ok: false, lines: ['Nothing was proposed.'] };
    const { plan, words } = proposed;
    const { result, report } = await perform(
      {
        ...plan,
        env: io.env,
        given: {},
        only: [],
        signal: AbortSignal.any([signal, io.signal, AbortSignal.timeout(RUN_MS)]),
        startTimeoutMs: START_MS,
        onProgress: (sentence) => onProgress(context.scrub(sentence)),
      },
      context,
    );
    if (result.kind === 'not-started') return { ok: false, lines: whyNot(result) };
    if (words !== undefined) await rememberCommand(options.cwd, io.env, words, context.redactor);
    const { shown, notes } = result.rehearsed;
    const registry = scrubbedRegistry(rehearsalProblems, context.scrub) as Registry<never>;
    return { ok: true, report, shown, notes: [...notes, ...leftOverNotes(result)], registry };
  };

  return {
    proposeRehearsal: async (command) => {
      try {
        return context.scrub(await propose(command));
      } catch (error) {
        return { ok: false, reason: context.scrub(error instanceof Error ? error.message : 'The folder could not be read.') };
      }
    },
    rehearse: async (signal, onProgress) => {
      try {
        const played = await play(signal, onProgress);
        if (!played.ok) return context.scrub(played);
        const { registry, ...rest } = played;
        return { ...context.scrub(rest), registry };
      } catch (error) {
        return { ok: false, lines: context.scrub([error instanceof Error ? error.message : 'The rehearsal broke.']) };
      }
    },
  };
}

function whyNot(result: Extract<RehearsalResult, { readonly kind: 'not-started' }>): string[] {
  const said = lastWritten(result.output, LAST_LINES);
  const wrote = said.length === 0 ? [] : ['', 'The last that it wrote:', ...said];
  return [result.why, ...wrote, ...leftOverNotes(result)];
}
