/** Says what was read, one line an artefact. */
import type { Intake } from './types.ts';

const most = 12;

export function describeIntake({ artefacts }: Intake): string[] {
  const lines = artefacts.slice(0, most).map(({ label }) => `I read: ${label}`);
  const rest = artefacts.length - lines.length;
  return rest > 0 ? [...lines, `I read: ${rest} more of these`] : lines;
}
