/** Whether a fault is gone: the same judgement over facts gathered afresh must now rule it out. Pure. */
import type { FindingId, Judgement } from './judge.ts';

export type Proof =
  | { readonly kind: 'gone'; readonly because: string }
  | { readonly kind: 'still-there'; readonly because: string }
  | { readonly kind: 'cannot-tell'; readonly because: string; readonly howToFindOut: string };

export function proofOf<Tools>(id: FindingId, after: readonly Judgement<Tools>[]): Proof {
  const judgement = after.find((candidate) => candidate.id === id);
  if (!judgement || judgement.verdict.kind === 'pending') {
    return { kind: 'cannot-tell', because: 'It was not judged again.', howToFindOut: 'Run scalekit-fix check.' };
  }
  const { verdict } = judgement;
  switch (verdict.kind) {
    case 'ruled-out':
    case 'not-applicable':
      return { kind: 'gone', because: verdict.because };
    case 'confirmed':
    case 'likely':
    case 'possible':
      return { kind: 'still-there', because: verdict.because };
    case 'unknown':
      return { kind: 'cannot-tell', because: verdict.because, howToFindOut: verdict.howToFindOut };
  }
}
