/** A remedy under way, and the proof afterwards: what was wrong before, and what the same judgement says now. Pure. */
import type { Proof } from '../../diagnosis/proof.ts';
import type { DoneOrNot } from '../host.ts';
import type { Stage } from '../session.ts';
import { blank, type Line, line, type Screen } from './line.ts';

export function workingScreen({ task }: Extract<Stage, { readonly kind: 'working' }>): Screen {
  if (task.kind === 'undo') return { title: 'Taking the patch back …', lines: [] };
  if (task.kind === 'take-back') return { title: 'Taking the patch back …', lines: [line(task.why, 'warn')] };
  const isChange = task.repair.how === 'change';
  return {
    title: isChange ? 'Changing it in Scalekit …' : 'Applying the patch …',
    lines: [line('After this, the facts are gathered afresh.', 'dim')],
  };
}

type ProofStage = Extract<Stage, { readonly kind: 'proof' }>;

export function proofScreen({ repaired, proof, back }: ProofStage): Screen {
  const isGood = proof.kind === 'gone' || proof.kind === 'changed';
  return {
    title: back?.ok ? 'Taken back' : proof.kind === 'changed' ? capital(proof.said) : titles[proof.kind],
    lines: [
      line(repaired.title, 'bold'),
      line(repaired.done),
      blank,
      line(`before  ✖ ${repaired.before}`, 'bad', 10),
      line(`after   ${marks[proof.kind]} ${proof.because}`, proof.kind === 'gone' ? 'good' : 'warn', 10),
      ...('howToFindOut' in proof && proof.howToFindOut !== '' ? [line(`          ${proof.howToFindOut}`, 'plain', 10)] : []),
      blank,
      ...(back ? backLines(back) : [line(howItWasSeen(proof), 'dim')]),
      ...(repaired.how === 'edits' && !back?.ok
        ? [line('u takes the patch back; so does `scalekit-fix undo`, also later.', isGood ? 'dim' : 'plain')]
        : []),
    ],
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const titles: Readonly<Record<Exclude<Proof['kind'], 'changed'>, string>> = {
  gone: 'Proved gone',
  'still-there': 'It is still there',
  'cannot-tell': 'It could not be proved',
  worse: 'Another fault took its place',
};
const marks: Readonly<Record<Proof['kind'], string>> = {
  gone: '✓',
  changed: '~',
  'still-there': '✖',
  'cannot-tell': '?',
  worse: '✖',
};

function howItWasSeen(proof: Proof): string {
  switch (proof.kind) {
    case 'gone':
      return 'All facts were gathered afresh: the same judgement now rules it out, and no other cause took its place.';
    case 'changed':
      return 'All facts were gathered afresh: what is written is right now, and no other cause took its place. The app was not started: w starts it and watches it log in.';
    default:
      return 'All facts were gathered afresh, and this is what the same judgements say of them.';
  }
}

function backLines(back: DoneOrNot): Line[] {
  return back.ok
    ? [
        line(back.message, 'warn'),
        line('The patch was taken back: the files are as they were. Its steps are left to do by hand.'),
      ]
    : [line(`The patch should be taken back, and could not be: ${back.reason}`, 'bad')];
}
