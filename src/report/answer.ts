/** What the verdict says of that for which the user came: explained, or not, and what comes next. Pure. */
import { type FindingId, isInFocus, type Judgement } from '../diagnosis/judge.ts';
import type { Symptom } from '../diagnosis/symptom.ts';

export interface SymptomAnswer {
  readonly from: 'list' | 'text';
  readonly problems: readonly string[];
  /** What was read in the text. */
  readonly read: readonly string[];
  /**
   * `explained`: a cause of it is confirmed. `likely`: one is likely. `unexplained`: nothing that was seen explains it.
   * `nothing-to-explain`: the text names no fault.
   */
  readonly answer: 'explained' | 'likely' | 'unexplained' | 'nothing-to-explain';
  /** Findings that explain it. */
  readonly findings: readonly FindingId[];
  readonly sentence: string;
  /** What would tell more. */
  readonly next?: string;
}

/** Undefined where no symptom was named. A text that concerns nothing of ours is answered by the sentence that says so. */
export function answerTo(
  symptom: Symptom,
  judgements: readonly Judgement<never>[],
  names: ProblemNames,
): SymptomAnswer | undefined {
  if (symptom.from === 'nothing' || (symptom.from === 'list' && symptom.problems.length === 0)) return undefined;
  const own = judgements.filter((judgement) => isInFocus(judgement, symptom.problems) && !isElsewhere(judgement, symptom));
  const of = (kind: 'confirmed' | 'likely'): FindingId[] => own.flatMap(({ id, verdict }) => (verdict.kind === kind ? [id] : []));
  const explained = of('confirmed');
  const likely = of('likely');
  const others = judgements.filter((judgement) => !own.includes(judgement) && isFault(judgement)).length;
  const common = { from: symptom.from, problems: symptom.problems, read: symptom.read };
  const name = nameOf(symptom, names);
  if (explained.length > 0) {
    const sentence = `${name}: ${counted(explained.length, 'cause')} confirmed${otherProblems(others)}.`;
    return { ...common, answer: 'explained', findings: explained, sentence };
  }
  if (likely.length > 0) {
    const sentence = `${name}: nothing is confirmed, ${counted(likely.length, 'cause')} ${likely.length === 1 ? 'is' : 'are'} likely${otherProblems(others)}.`;
    return { ...common, answer: 'likely', findings: likely, sentence };
  }
  const next = nextOf(own, symptom, names);
  if (symptom.from === 'text' && symptom.complaints.length === 0) {
    return { ...common, answer: 'nothing-to-explain', findings: [], sentence: soundSentence(symptom, own, name), ...next };
  }
  const told = symptom.complaints.map(({ because }) => because);
  const sentence =
    symptom.from === 'text'
      ? `Not explained by what could be seen here: ${[...new Set(told)].join(' ')}${othersFound(others)}`
      : `${name}: no cause found${otherProblems(others)}.`;
  return { ...common, answer: 'unexplained', findings: [], sentence, ...next };
}

/** Chosen from a list, it is a question, and the answer may be no. Pasted, it is something that happened. */
export function isUnexplained(answer: SymptomAnswer | undefined): boolean {
  return answer?.from === 'text' && (answer.answer === 'unexplained' || answer.answer === 'likely');
}

/** Titles and pages of problems by id: `Registry` fits. */
export type ProblemNames = readonly { readonly id: string; readonly title: string; readonly docs: string }[];

/** An error of the identity provider's own client is not explained by what is wrong in the app or in its redirect URIs at Scalekit. */
function isElsewhere({ problem, cause }: Judgement<never>, { complaints }: Symptom): boolean {
  const about = complaints.filter((complaint) => complaint.problem === problem.id);
  if (about.length === 0 || about.some(({ side }) => side !== 'idp')) return false;
  return cause.side === 'app' || problem.category === 'authentication';
}

function isFault({ verdict }: Judgement<never>): boolean {
  return verdict.kind === 'confirmed' || verdict.kind === 'likely';
}

function nameOf({ problems }: Symptom, names: ProblemNames): string {
  const titles = problems.flatMap((id) => names.find((problem) => problem.id === id)?.title ?? []);
  return titles.length > 0
    ? titles
        .slice(0, 2)
        .map((title) => `“${title}”`)
        .join(' or ')
    : 'What you pasted';
}

function counted(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}

function otherProblems(others: number): string {
  return others === 0 ? '' : `; ${counted(others, 'other problem')}`;
}

function othersFound(others: number): string {
  if (others === 0) return '';
  return others === 1 ? ' One other problem was found.' : ` ${others} other problems were found.`;
}

/** A document that could be held against the set-up, and a text in which nothing has failed. */
function soundSentence({ read }: Symptom, own: readonly Judgement<never>[], name: string): string {
  const open = own.filter(({ verdict }) => verdict.kind === 'unknown').length;
  const seen = own.filter(({ verdict }) => verdict.kind === 'ruled-out').length;
  const what = read.length === 0 ? 'What you pasted' : 'What was read';
  if (own.length === 0) return `${what} says of nothing that it failed.`;
  if (open > 0) return `${what} says of nothing that it failed; ${counted(open, 'cause')} of ${name} could not be judged.`;
  return seen > 0
    ? `${what} says of nothing that it failed, and ${counted(seen, 'cause')} of ${name} ${seen === 1 ? 'is' : 'are'} ruled out.`
    : `${what} says of nothing that it failed.`;
}

/** What a code asks for, then what is in the way of a verdict; else the page of the problem. */
function nextOf(
  own: readonly Judgement<never>[],
  { problems, complaints }: Symptom,
  names: ProblemNames,
): { readonly next?: string } {
  // What a known code asks for can be done at once.
  const asked = [...new Set(complaints.flatMap(({ next }) => next ?? []))];
  if (asked.length > 0) return { next: asked.join(' ') };
  for (const { verdict } of own) {
    if (verdict.kind === 'unknown' && verdict.howToFindOut !== '') return { next: `${verdict.because} ${verdict.howToFindOut}` };
  }
  const page = problems.flatMap((id) => names.find((problem) => problem.id === id)?.docs ?? [])[0];
  return page === undefined ? {} : { next: `Read ${page}; \`scalekit-fix bundle\` puts what was seen together for support.` };
}
