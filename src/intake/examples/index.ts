/** What people wrote, by problem: texts that no rule understands are held against these. Data only. */
import { authenticationExamples } from './authentication.ts';
import { codeExamples } from './code.ts';
import { everyday } from './everyday.ts';
import { moreAuthenticationExamples } from './more-authentication.ts';
import { moreProblemsExamples } from './more-problems.ts';
import { noneOfOurs } from './none-of-ours.ts';
import { roundaboutExamples } from './roundabout.ts';
import { scimExamples } from './scim.ts';
import { sessionExamples } from './session.ts';
import { ssoExamples } from './sso.ts';
import { webhooksExamples } from './webhooks.ts';
import { workday } from './workday.ts';
import { workdayAbroad } from './workday-abroad.ts';

/** By problem: one example a line. */
export type Examples = Readonly<Record<string, string>>;

const books: readonly Examples[] = [
  authenticationExamples,
  ssoExamples,
  sessionExamples,
  scimExamples,
  webhooksExamples,
  codeExamples,
  moreAuthenticationExamples,
  moreProblemsExamples,
  roundaboutExamples,
];

export interface Example {
  /** Undefined for what is none of ours. */
  readonly problem: string | undefined;
  readonly text: string;
}

export function examples(): Example[] {
  const ours = books.flatMap((book) =>
    Object.entries(book).flatMap(([problem, lines]) => linesOf(lines).map((text) => ({ problem, text }))),
  );
  const others = [...linesOf(noneOfOurs), ...linesOf(everyday), ...linesOf(workday), ...linesOf(workdayAbroad)];
  return [...ours, ...others.map((text) => ({ problem: undefined, text }))];
}

function linesOf(lines: string): string[] {
  return lines.split('\n').filter((line) => line.trim() !== '');
}
