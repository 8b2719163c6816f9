/** The world as the wizard sees it: carries its effects out and hands values back. Never rejects; never prints. */

import type { Registry } from '../diagnosis/cause.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { emptySheet } from '../diagnosis/fact-sheet.ts';
import type { FactGraph } from '../diagnosis/graph.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import { describeIntake, type Intake, meaningOf } from '../intake/index.ts';
import { isRefusal } from '../patches/refusal.ts';
import { answerTo } from '../report/answer.ts';
import { coverageSentences } from '../report/coverage.ts';
import { VERSION } from '../version.ts';
import type { Recognised, WizardHost } from '../wizard/host.ts';
import { bundleHost } from './bundle-host.ts';
import { copyText, openTarget } from './desktop.ts';
import { openDiagnosis } from './diagnosis.ts';
import { listFailedLogins } from './failed-logins.ts';
import { helpTopics } from './help-topics.ts';
import { namedFile } from './named-file.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { recogniseSecretly } from './pasted-text.ts';
import { patchesHost } from './patches-host.ts';
import { projectLines } from './project-lines.ts';
import { rehearseHost } from './rehearse-host.ts';
import { environmentOf, sendChange } from './remote-changes.ts';
import { applyEdits, reopen, showEdits } from './repair.ts';
import { standingOf } from './report.ts';
import { failedLoginSymptom, symptomOf } from './symptom.ts';

export async function createHost(options: CommonOptions & { readonly bundlesTo?: string }, io: CommandIo): Promise<WizardHost> {
  const context = openDiagnosis(options, io);
  let pasted: Intake | undefined;
  let latest: FactSheet = emptySheet;
  const tried: string[] = [];
  const repaired = new Set<FindingId>();
  let pastedText: string | undefined;
  const bundle = bundleHost({ context, options, io, folder: options.bundlesTo ?? options.cwd, tried, repaired });

  return {
    version: VERSION,
    // The faces read problems and never hand tools to a probe: what the tools are is none of their business.
    registry: context.registry as Registry<never>,
    graph: context.graph as FactGraph<never>,
    describeProject: (signal) => projectLines(context, options, io, signal),
    recognise: async (typed, hints = []): Promise<Recognised> => {
      const file = hints.length === 0 ? namedFile(typed, options.cwd, io.env['HOME']) : undefined;
      const text = file?.text ?? typed;
      const intake = recogniseSecretly(text, context);
      pasted = intake;
      pastedText = text;
      return context.scrub({
        lines:
          hints.length === 0
            ? [...(file ? [`I read the file ${file.name}.`] : []), ...describeIntake(intake), ...meaningOf(intake)]
            : ['A failed login. The record gives no reason; one like this can fail of:'],
        symptom: hints.length === 0 ? symptomOf(intake, context.registry) : failedLoginSymptom(hints),
        ...(intake.nothingOfOurs === undefined || hints.length > 0 ? {} : { nothingOfOurs: intake.nothingOfOurs }),
      });
    },
    failedLogins: (signal) => listFailedLogins(context, AbortSignal.any([signal, io.signal])),
    help: (problem, signal) => helpTopics(context, problem, signal),
    gather: async ({ answers, onChange, signal }) => {
      latest = await context.gather({ pasted, answers, onChange, signal: AbortSignal.any([signal, io.signal]) });
      return latest;
    },
    standing: (sheet, symptom) => {
      // Findings are the session's own business: what is asked here is what their absence is worth.
      const { checked, note, coverage } = standingOf(sheet, options.offline);
      const answer = answerTo(symptom, context.judge(sheet), context.registry);
      const environment = environmentOf(sheet);
      return context.scrub({
        conclusive: checked,
        ...(environment === undefined ? {} : { environment }),
        ...(note === undefined ? {} : { note }),
        unread: coverageSentences(coverage),
        ...(answer ? { answer } : {}),
      });
    },
    plan: async (remedy) => {
      const shown = await showEdits(remedy.edits, await reopen(context, options, io), context);
      if (isRefusal(shown)) return { kind: 'refused', reason: shown.reason };
      return {
        kind: 'diff',
        diff: context.scrub(shown.text),
        files: shown.plan.files.map(({ file }) => file),
        warnings: [
          ...shown.plan.uncommitted.map((file) => `${file} has changes that are not committed.`),
          ...(shown.masked ? ['A secret is masked here; the file gets the real value.'] : []),
        ],
      };
    },
    apply: async (finding, remedy) => {
      const shown = await showEdits(remedy.edits, await reopen(context, options, io), context);
      if (isRefusal(shown)) return { ok: false, reason: shown.reason };
      const applied = applyEdits(shown.plan, remedy.summary, finding);
      if (isRefusal(applied)) return { ok: false, reason: applied.reason };
      repaired.add(finding);
      return { ok: true, message: `Changed ${applied.files.join(', ')}.`, patch: { id: applied.id, files: applied.files } };
    },
    applyChange: async (finding, change) => {
      const sent = await sendChange(change, latest, context, io);
      if (sent.ok) {
        tried.push(`${finding}: ${change.what}`);
        repaired.add(finding);
      }
      return sent.ok
        ? { ok: true, message: sent.message, ...(sent.id === undefined ? {} : { patch: { id: sent.id, files: [] } }) }
        : { ok: false, reason: sent.message };
    },
    ...rehearseHost({ context, options, io, latest: () => latest }),
    ...patchesHost({ context, io, latest: () => latest, repaired }),
    previewBundle: (sheet, choices, symptom) => bundle.preview({ sheet, pasted, text: pastedText, choices, symptom }),
    writeBundle: bundle.write,
    copy: (text) => copyText(text, io),
    open: (target) => openTarget(target, io),
  };
}
