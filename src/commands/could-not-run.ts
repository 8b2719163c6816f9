/** The document of a command that broke before it had one: who reads standard output with `--json` finds JSON there on exit 3 as well. */
import { COULD_NOT_RUN } from '../exit-codes.ts';
import { SCHEMA_VERSION } from '../report/document.ts';
import { VERSION } from '../version.ts';
import type { CommandOptions } from './options.ts';

export function couldNotRunDocument({ command, cwd }: Pick<CommandOptions, 'command' | 'cwd'>, reason: string): unknown {
  const exitCode = COULD_NOT_RUN;
  switch (command) {
    case 'demo':
      return { schemaVersion: SCHEMA_VERSION, faults: [], reason, exitCode };
    case 'undo':
      return { schemaVersion: SCHEMA_VERSION, undone: null, reason, conflicts: [], difference: '', exitCode };
    case 'bundle':
    case 'redact':
    case 'sandbox':
      return { schemaVersion: SCHEMA_VERSION, reason, exitCode };
    case 'wizard':
    case 'check':
    case 'explain':
    case 'fix':
    case 'rehearse':
      return {
        schemaVersion: SCHEMA_VERSION,
        tool: { name: 'scalekit-fix', version: VERSION, command },
        environment: { url: null },
        project: { root: cwd },
        probes: [],
        findings: [],
        summary: { confirmed: 0, likely: 0, unknown: 0, exitCode },
        notes: [reason],
      };
  }
}
