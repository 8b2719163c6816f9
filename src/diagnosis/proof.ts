/** Whether a repair helped: the same judgements over facts gathered afresh, the repaired cause's and every other one's. Pure. */
import type { CategoryId, Cause } from './cause.ts';
import type { AnyFact, Facts } from './fact.ts';
import { type FactSheet, outcomeOf } from './fact-sheet.ts';
import type { FindingId, Judgement } from './judge.ts';
import { hasValue } from './outcome.ts';
import { isFinding } from './verdict.ts';

export type Proof =
  /** It was seen that the cause is no longer at work. */
  | { readonly kind: 'gone'; readonly because: string; readonly by: 'reading' | 'asking' }
  /** What is written is right now; whether it works shows only when the app runs. */
  | { readonly kind: 'changed'; readonly because: string; readonly said: string; readonly howToFindOut: string }
  | { readonly kind: 'still-there'; readonly because: string }
  | { readonly kind: 'cannot-tell'; readonly because: string; readonly howToFindOut: string }
  /** What was sound before the repair is not sound after it. */
  | { readonly kind: 'worse'; readonly because: string; readonly instead: readonly FindingId[] };

/** One look: the facts, and what they come to. */
export interface Look<Tools = never> {
  readonly sheet: FactSheet;
  readonly judgements: readonly Judgement<Tools>[];
}

/** By the repaired cause alone: for what was changed in one place that nothing else depends on, and for a look back. */
export function proofOf<Tools>(id: FindingId, after: readonly Judgement<Tools>[]): Proof {
  const judgement = after.find((candidate) => candidate.id === id);
  if (!judgement || judgement.verdict.kind === 'pending') {
    return { kind: 'cannot-tell', because: 'It was not judged again.', howToFindOut: 'Run scalekit-fix check.' };
  }
  const { verdict, cause, problem } = judgement;
  switch (verdict.kind) {
    case 'ruled-out':
    case 'not-applicable':
      return cause.provedBy === 'running'
        ? { kind: 'changed', because: verdict.because, ...whatWouldShow[problem.category] }
        : { kind: 'gone', because: verdict.because, by: cause.provedBy };
    case 'confirmed':
    case 'likely':
    case 'possible':
      return { kind: 'still-there', because: verdict.because };
    case 'unknown':
      return { kind: 'cannot-tell', because: verdict.because, howToFindOut: verdict.howToFindOut };
  }
}

/** By every cause: a repair that brings another fault about is none, whatever became of its own. */
export function proofOfRepair<Tools>(id: FindingId, before: Look<Tools>, after: Look<Tools>): Proof {
  const instead = newFindings(id, before, after);
  const [first] = instead;
  if (!first) return proofOf(id, after.judgements);
  const because = isFinding(first.verdict as never) && 'because' in first.verdict ? first.verdict.because : '';
  return { kind: 'worse', because: `${first.cause.title}: ${because}`, instead: instead.map((judgement) => judgement.id) };
}

/** Why a patch must not stay, in a sentence: it brought another fault about, or the very same is still seen. */
export function whyToTakeBack<Tools>(id: FindingId, proof: Proof, before: Look<Tools>, after: Look<Tools>): string | undefined {
  if (proof.kind === 'worse') return `It would bring another fault about. ${proof.because}`;
  const was = before.judgements.find((judgement) => judgement.id === id);
  const is = after.judgements.find((judgement) => judgement.id === id);
  // What is asked of a host that has not been restarted yet may be seen only later.
  if (proof.kind !== 'still-there' || !was || !is || was.cause.provedBy === 'asking') return undefined;
  return wordsOf(was) === wordsOf(is) ? `It changed nothing. ${proof.because}` : undefined;
}

/** What a judgement says, to the letter: where it says something else after a repair, there was more than one place to repair. */
export function wordsOf<Tools>({ verdict }: Judgement<Tools>): string {
  return 'because' in verdict ? JSON.stringify([verdict.because, 'evidence' in verdict ? verdict.evidence : []]) : '';
}

/** Findings that were judged before and were none. What could not be judged before was hidden, not sound. */
function newFindings<Tools>(repaired: FindingId, before: Look<Tools>, after: Look<Tools>): Judgement<Tools>[] {
  const earlier = new Map(before.judgements.map((judgement) => [judgement.id, judgement]));
  return after.judgements.filter((judgement) => {
    const { id, verdict, cause } = judgement;
    if (id === repaired || verdict.kind === 'pending' || !isFinding(verdict)) return false;
    const was = earlier.get(id)?.verdict.kind;
    if (was !== 'ruled-out' && was !== 'not-applicable') return false;
    return ![...factsOf(cause)].some((fact) => cameToLight(fact, before.sheet, after.sheet));
  });
}

/** It could not be seen before, and now it is. Of what a host says, whatever was not there was hidden: by a refusal, an address, a secret. */
function cameToLight(fact: AnyFact<never>, before: FactSheet, after: FactSheet): boolean {
  const was = outcomeOf(fact, before);
  if (hasValue(was) || !hasValue(outcomeOf(fact, after))) return false;
  const didNotApply = was?.status === 'skipped' && was.howToFindOut === undefined;
  return !didNotApply || (fact.kind === 'probe' && fact.reach === 'network');
}

/** Every fact that a cause stands on, through others too. */
function factsOf<Tools>(cause: Cause<Tools>): Set<AnyFact<never>> {
  const found = new Set<AnyFact<never>>();
  const add = (facts: Facts<never>): void => {
    for (const fact of Object.values(facts)) {
      if (found.has(fact)) continue;
      found.add(fact);
      if (fact.kind !== 'probe') continue;
      add(fact.needs);
      add(fact.wants);
    }
  };
  add(cause.needs as Facts<never>);
  add(cause.wants as Facts<never>);
  return found;
}

/** Said of a patch whose effect shows only in the running app, wherever a rehearsal can run it. */
export const NOT_YET_SEEN = 'changed; not yet seen to work: scalekit-fix rehearse';

interface ToBeSeen {
  /** What is said of the patch. */
  readonly said: string;
  readonly howToFindOut: string;
}

const rehearsed = (howToFindOut: string): ToBeSeen => ({ said: NOT_YET_SEEN, howToFindOut });
const logIn = rehearsed('Or start the app and log in once.');

/** What to do where only the running app can show that a repair works. */
const whatWouldShow: Readonly<Record<CategoryId, ToBeSeen>> = {
  authentication: logIn,
  sso: logIn,
  session: rehearsed('Or start the app, log in, and go on using it until the session has been renewed once.'),
  scim: {
    said: 'changed; not yet seen to work',
    howToFindOut: 'Start the app and let the identity provider send one change.',
  },
  webhooks: rehearsed('Or start the app and send a test event from Scalekit’s dashboard.'),
  code: rehearsed('Or start the app, log in and log out once.'),
  network: logIn,
  help: logIn,
};
