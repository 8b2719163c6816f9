/** The support bundle as the wizard asks for it: collected once, shown whole, written without what was dropped. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { collectBundle, isFixed, withoutEntries } from '../bundle/collect.ts';
import type { BundleEntry, BundleInput } from '../bundle/input.ts';
import { RedactionFailure } from '../bundle/redact-entry.ts';
import { supportMessage } from '../bundle/support-message.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Symptom } from '../diagnosis/symptom.ts';
import type { Intake } from '../intake/types.ts';
import type { BundleChoices, WizardHost } from '../wizard/host.ts';
import { storeBundle } from './bundle.ts';
import { bundleInput } from './bundle-input.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';

export interface BundleHostParts {
  readonly context: DiagnosisContext;
  readonly options: CommonOptions;
  readonly io: CommandIo;
  /** Where bundles go. */
  readonly folder: string;
  /** What was tried in this session beside patches, which the journal knows, in words. */
  readonly tried: readonly string[];
  /** Findings that were confirmed and have been repaired. */
  readonly repaired: ReadonlySet<FindingId>;
}

export interface PreviewRequest {
  readonly sheet: FactSheet;
  readonly pasted: Intake | undefined;
  readonly text: string | undefined;
  readonly symptom: Symptom;
  readonly choices: BundleChoices;
}

export interface BundleHost {
  readonly preview: (request: PreviewRequest) => ReturnType<WizardHost['previewBundle']>;
  readonly write: WizardHost['writeBundle'];
}

interface Collected {
  readonly sheet: FactSheet;
  readonly input: BundleInput;
  readonly entries: readonly BundleEntry[];
}

export function bundleHost({ context, options, io, folder, tried, repaired }: BundleHostParts): BundleHost {
  let collected: Collected | undefined;
  /** One after the other: what is written is what was shown last. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const collect = async ({
    sheet,
    pasted,
    text,
    symptom,
    choices: { keepsPeople, dropped },
  }: PreviewRequest): Promise<Collected> => {
    // A bundle that is opened anew is collected anew: patches may have come or gone since.
    const isGoingOn = dropped.length > 0 || keepsPeople !== (collected?.input.keepsPeople ?? false);
    if (collected?.sheet !== sheet || !isGoingOn) {
      const asked = { command: 'wizard', context, options, io, sheet, pasted, text, symptom, tried, repaired: [...repaired] };
      const input = await bundleInput({ ...asked, keepsPeople });
      return { sheet, input, entries: collectBundle(input) };
    }
    if (collected.input.keepsPeople === keepsPeople) return collected;
    const input = { ...collected.input, keepsPeople };
    return { sheet, input, entries: collectBundle(input) };
  };

  return {
    preview: (request) =>
      inTurn(async () => {
        try {
          collected = await collect(request);
          const { entries, input } = collected;
          const left = new Map(withoutEntries(entries, request.choices.dropped, input).map((entry) => [entry.name, entry]));
          const shown = entries
            .map((entry) => left.get(entry.name) ?? entry)
            .map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text), text, isFixed: isFixed(name) }));
          const symptom = input.narrative.symptom;
          const message = supportMessage(input.report, { redactor: context.redactor, symptom, bundle: fileName(input) });
          return { ok: true, preview: { entries: shown, ...message } };
        } catch (error) {
          collected = undefined;
          if (error instanceof RedactionFailure) return { ok: false, reason: error.message };
          throw error;
        }
      }),
    write: (dropped, as) =>
      inTurn(async () => {
        if (!collected) return { ok: false, reason: 'Look at the bundle first.' };
        const { entries, input } = collected;
        const left = dropped.length === 0 ? entries : withoutEntries(entries, dropped, input);
        const stored = await storeBundle(
          left,
          context.redactor,
          { cwd: folder, output: withEnding(as?.name ?? fileName(input)), force: as?.over ?? false },
          io.signal,
        );
        if (stored.ok)
          return { ok: true, message: `Written to ${stored.path}. Mail it to support@scalekit.com; nothing was sent.` };
        const name = withEnding(as?.name ?? fileName(input));
        return { ok: false, reason: stored.reason, ...(stored.isTaken ? { taken: { name, free: freeName(folder, name) } } : {}) };
      }),
  };
}

const withEnding = (name: string): string => (path.extname(name) === '' ? `${name}.zip` : name);

/** `bundle-2.zip` beside `bundle.zip`. */
function freeName(folder: string, name: string): string {
  const { dir, name: stem, ext } = path.parse(name);
  for (let number = 2; number < 1_000; number++) {
    const other = path.join(dir, `${stem}-${number}${ext}`);
    if (!existsSync(path.resolve(folder, other))) return other;
  }
  return name;
}

function fileName({ createdAt }: BundleInput): string {
  return `scalekit-support-${createdAt.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}.zip`;
}
