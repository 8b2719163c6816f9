/** The patches that can be taken back, and the question before one is. Pure. */
import type { DuePatch, ListedPatch } from '../host.ts';
import type { Stage } from '../session.ts';
import { blank, type Line, line, option, type Screen } from './line.ts';

export function patchesScreen({ listed, selected }: Extract<Stage, { readonly kind: 'patches' }>): Screen {
  if (!listed) return { title: 'Reading the journal …', lines: [] };
  if (!listed.ok) return { title: 'The journal could not be read', lines: [line(listed.reason, 'warn')] };
  if (listed.patches.length === 0)
    return { title: 'Nothing to take back', lines: [line('No patch of scalekit-fix is applied in this folder.')] };
  return {
    title: 'Which one do you want to take back?',
    lines: listed.patches.flatMap((patch, index) => [
      option(patch.title, index === selected),
      ...patch.below.map((text) => line(`    ${text}`, 'dim', 4)),
    ]),
  };
}

export function confirmUndoScreen({ patch }: { readonly patch: ListedPatch }): Screen {
  const inScalekit = patch.environment !== undefined;
  return {
    title: inScalekit ? 'Put this back in Scalekit?' : 'Take this patch back?',
    lines: [
      line(patch.title, 'bold'),
      ...patch.below.map((text) => line(text)),
      blank,
      line(
        inScalekit
          ? `y puts it back in ${patch.environment}, unless it was changed there since. Esc leaves everything as it is.`
          : 'y takes it back. Your own edits elsewhere in these files stay. Esc leaves everything as it is.',
        'warn',
      ),
    ],
  };
}

/** Patched, and nobody has looked since. */
export function dueLines(due: readonly DuePatch[]): Line[] {
  return due.map(({ files, id }) =>
    line(
      `${files.join(', ')} is patched, and not proved: \`scalekit-fix undo ${Number.parseInt(id, 10)}\` takes the patch back; the next start offers both.`,
      'warn',
    ),
  );
}
