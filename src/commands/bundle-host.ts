/** The support bundle as the wizard asks for it: collected once, shown whole, written without what was dropped. */
import { collectBundle, withoutEntries } from '../bundle/collect.ts';
import type { BundleEntry, BundleInput } from '../bundle/input.ts';
import { previewOf } from '../bundle/preview.ts';
import { RedactionFailure } from '../bundle/redact-entry.ts';
import { supportMessage } from '../bundle/support-message.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Intake } from '../intake/types.ts';
import type { WizardHost } from '../wizard/host.ts';
import { storeBundle } from './bundle.ts';
import { bundleInput } from './bundle-input.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';

export interface BundleHostParts {
  readonly context: DiagnosisContext;
  readonly options: CommonOptions;
  readonly io: CommandIo;
  /** What was tried in this session beside patches, which the journal knows, in words. */
  readonly tried: readonly string[];
  /** Findings that were confirmed and have been repaired. */
  readonly repaired: ReadonlySet<FindingId>;
}

export interface BundleHost {
  readonly preview: (
    sheet: FactSheet,
    pasted: Intake | undefined,
    text: string | undefined,
  ) => ReturnType<WizardHost['previewBundle']>;
  readonly write: WizardHost['writeBundle'];
}

export function bundleHost({ context, options, io, tried, repaired }: BundleHostParts): BundleHost {
  let collected: { readonly entries: readonly BundleEntry[]; readonly input: BundleInput } | undefined;
  return {
    preview: async (sheet, pasted, text) => {
      try {
        const focus = pasted?.pointers.map(({ problem }) => problem) ?? [];
        const input = await bundleInput({
          command: 'wizard',
          context,
          options,
          io,
          sheet,
          pasted,
          text,
          focus,
          tried,
          repaired: [...repaired],
        });
        const entries = collectBundle(input);
        collected = { entries, input };
        const { subject, body, mailto } = supportMessage(input.report, {
          redactor: context.redactor,
          symptom: input.narrative.symptom,
          bundle: fileName(input),
        });
        const shown = previewOf(entries).entries.map(({ name, size, text }) => ({ name, bytes: size, text }));
        return { ok: true, preview: { entries: shown, subject, body, mailto } };
      } catch (error) {
        if (error instanceof RedactionFailure) return { ok: false, reason: error.message };
        throw error;
      }
    },
    write: async (dropped) => {
      if (!collected) return { ok: false, reason: 'Look at the bundle first.' };
      const { entries, input } = collected;
      const left = dropped.length === 0 ? entries : withoutEntries(entries, dropped, input);
      const stored = await storeBundle(left, context.redactor, { cwd: options.cwd, output: fileName(input), force: false });
      return stored.ok
        ? { ok: true, message: `Written to ${stored.path}. Mail it to support@scalekit.com; nothing was sent.` }
        : { ok: false, reason: stored.reason };
    },
  };
}

function fileName({ createdAt }: BundleInput): string {
  return `scalekit-support-${createdAt.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}.zip`;
}
