/** A remedy under way, and the proof afterwards: what was wrong before, and what the same judgement says now. Pure. */
import type { Stage } from '../session.ts';
import { blank, line, type Screen } from './line.ts';

export function workingScreen({ task }: Extract<Stage, { readonly kind: 'working' }>): Screen {
  if (task.kind === 'undo') return { title: 'Taking the patch back …', lines: [] };
  const isChange = task.repair.how === 'change';
  return {
    title: isChange ? 'Changing it in Scalekit …' : 'Applying the patch …',
    lines: [line('After this, the facts are gathered afresh.', 'dim')],
  };
}

export function proofScreen({ repaired, proof }: Extract<Stage, { readonly kind: 'proof' }>): Screen {
  const isGone = proof.kind === 'gone';
  return {
    title: isGone ? 'Proved gone' : proof.kind === 'still-there' ? 'It is still there' : 'It could not be proved',
    lines: [
      line(repaired.title, 'bold'),
      line(repaired.done),
      blank,
      line(`before  ✖ ${repaired.before}`, 'bad', 10),
      line(`after   ${isGone ? '✓' : proof.kind === 'still-there' ? '✖' : '?'} ${proof.because}`, isGone ? 'good' : 'warn', 10),
      ...(proof.kind === 'cannot-tell' && proof.howToFindOut !== ''
        ? [line(`          ${proof.howToFindOut}`, 'plain', 10)]
        : []),
      blank,
      line(
        isGone
          ? 'All facts were gathered afresh, and the same judgement now rules it out.'
          : 'All facts were gathered afresh, and this is what the same judgement says of them.',
        'dim',
      ),
      ...(repaired.how === 'edits' ? [line('u takes the patch back; so does `scalekit-fix undo`, also later.', 'dim')] : []),
    ],
  };
}
