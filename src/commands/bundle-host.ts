/** The support bundle as the wizard asks for it: collected, shown, written. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { Intake } from '../intake/types.ts';
import type { WizardHost } from '../wizard/host.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';

export interface BundleHostParts {
  readonly context: DiagnosisContext;
  readonly options: CommonOptions;
  readonly io: CommandIo;
  readonly tried: readonly string[];
}

export interface BundleHost {
  readonly preview: (sheet: FactSheet, pasted: Intake | undefined) => ReturnType<WizardHost['previewBundle']>;
  readonly write: WizardHost['writeBundle'];
}

export function bundleHost(_parts: BundleHostParts): BundleHost {
  return {
    preview: async () => ({ ok: false, reason: 'The bundle is not built yet.' }),
    write: async () => ({ ok: false, reason: 'The bundle is not built yet.' }),
  };
}
