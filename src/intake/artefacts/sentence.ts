/** Recognises words of a person: what is left when the other artefacts are taken out. */
import type { CodeHit } from '../match/code-hits.ts';
import type { TurnHit } from '../match/turns-of-code.ts';
import { safeProse } from '../safe-prose.ts';
import type { Artefact, ArtefactKind, SentenceArtefact } from '../types.ts';
import { type Source, shown } from './source.ts';

/** A line of source code: its names are no words. */
const codeLine =
  /^[ \t]{0,40}(?:(?:(?:const|let|var)\s[\w{[][^\n=]{0,200}=|import\s(?:[\w{*][^\n]{0,200}\sfrom\s['"]|['"]|[\w.]{1,80}$)|from\s[\w.]{1,80}\simport\s|(?:export|public|private)\s(?:default|const|class|function|static|async|void|type|interface|String)\b|(?:async )?def\s\w{1,80}\(|func\s[\w(]|class\s\w{1,80}\s?[({:]|return\s[^\n]{0,200}[;({]|await\s\w{1,80}[.(]|throw new|(?:if|for|while) \(|\}|\/\/)[^\n]{0,2000}|[^\n]{0,500}(?:=>|[{}]|[)\]'"];|\s=\s[^\n]{0,300};))[ \t]{0,8}$/gm;

/** Nobody types more than this about his trouble; beyond it only the beginning is read as prose. */
export const proseLimit = 12_000;

/** Where these are, nobody has written sentences. */
const unwritten: ReadonlySet<ArtefactKind> = new Set([
  'har',
  'saml-metadata',
  'saml-response',
  'webhook-delivery',
  'token-response',
]);
/** Lines that only machines write: frames of a stack, assignments of an env file. */
const machineLine =
  /^[ \t]{0,20}(?:at [^\n]{1,500}:\d+|(?:code|errno|syscall|status|statusCode|hostname|port|claim|reason|type|name)\s?: ?['"]?[\w.-]{1,80}['"]?,?|[^\n]{0,200}"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^"\n]{1,2000}" \d{3}[^\n]{0,300}|File "[^\n]{1,500}(?:\n[ \t]{2,20}[^\n]{0,500})?|\/[^\n]{1,300}\.go:\d+[^\n]{0,80}|(?:export )?[A-Z][A-Z0-9_]{2,60}=[^\n]{0,2000})[^\n]{0,20}$/gm;
/** `2026/01/10 main.go:42: …`, `JWTExpired: …`, `{"level":…`, `api-1  | …`: what stands around a code there is the code's own message. */
const machineBegins =
  /^[\s>|*#`-]{0,20}(?:\[?\d{4}[-/]\d\d|\[?\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} |(?:[\w$]{1,60}\.){0,8}[A-Z][\w$]{0,80}(?:Error|Exception|Failure|Expired|Invalid|Failed)\b|(?:[Uu]ncaught |fatal )?(?:[Ee]rror|exception)\s?[:=]|[{["']|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/?|\S{1,60}\s{1,6}\|\s|[\w./-]{1,80}\.(?:go|js|ts|mjs|cjs|py|java|rb):\d|\[[\w.-]{1,30}\]\s|(?:ts|time|level|lvl|msg)=|TRACE|DEBUG|INFO|WARN|ERROR|FATAL)|\brpc error\b|\bdesc = |\b(?:level|lvl|severity)["']?[=:]/;
const clauseEnd = /[.;,](?=\s|$)|\n/g;
/** `Failure reason: …` of a log or a portal. */
const labelled = /^[ \t>|]{0,20}[A-Z][\w -]{1,30}: /;
/** What a server adds to its status: `308 Permanent Redirect`. */
const reasonPhrase = /\b30[1278] (?:Permanent|Temporary) Redirect\b/g;
const complaint = /error|warn|fatal|fail|exception|denied|invalid|expired|reject|refus|not /i;

/** What a person may have written: tokens, addresses and codes that were understood are taken out. Empty where nobody wrote. */
export function proseOf(
  { view: { text: whole } }: Source,
  others: readonly Artefact[],
  codes: readonly CodeHit[],
  turns: readonly TurnHit[] = [],
): string {
  if (others.some(({ kind }) => unwritten.has(kind))) return '';
  const view = { text: withoutClauses(whole, turns) };
  let text = '';
  let at = 0;
  for (const { start, end, certainty, entry } of codes) {
    // What a refused login says is read together with the words around it.
    const isRefusal = entry?.vague === true && entry.problems[0] === 'callback-error-unread';
    if (certainty !== 'sure' || entry === undefined || isRefusal || start < at || start > proseLimit) continue;
    const lineStart = view.text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = view.text.indexOf('\n', end);
    // The line around a vendor's own message is that message.
    const byMachine =
      entry.whose === 'exact' || machineBegins.test(view.text.slice(lineStart, Math.min(start + 200, lineStart + 600)));
    text += `${view.text.slice(at, byMachine ? Math.max(at, lineStart) : start)} `;
    at = byMachine ? (lineEnd === -1 ? view.text.length : lineEnd) : end;
  }
  const isTold = codes.some(({ entry, certainty }) => certainty === 'sure' && entry?.whose === 'exact' && !entry.vague);
  const written = readable((text + view.text.slice(at, Math.max(at, proseLimit))).slice(0, proseLimit))
    .replace(/eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, ' ')
    .replace(/[a-z][a-z\d+.-]{0,20}:\/\/\S+/gi, ' ')
    .replace(/[A-Za-z0-9+/=_-]{80,}/g, ' ')
    .replace(reasonPhrase, ' ')
    .replace(machineLine, ' ')
    .replace(codeLine, ' ');
  // Beside a vendor's own code other lines of a machine tell of the same failure.
  const prose = isTold
    ? written
        .split('\n')
        .filter((line) => !machineBegins.test(line) && !labelled.test(line))
        .join('\n')
    : written;
  if (!others.some(({ kind }) => kind === 'log')) return prose;
  // Of a log only the lines that complain, without their times.
  return prose
    .split('\n')
    .filter((line) => complaint.test(line))
    .slice(0, 50)
    .join('\n')
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.,Z+-]{5,20}|\b\d\d:\d\d:\d\d\S{0,8}|\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG)\b/g, ' ');
}

/** In another encoding a letter here and there is lost (U+FFFD); where more are, it is no text at all, and letters in it are chance. */
function readable(text: string): string {
  const lost = (part: string): number => part.split('\uFFFD').length - 1;
  if (lost(text) * 7 > text.length) return '';
  return text
    .split('\n')
    .map((line) => (lost(line) > 1 && lost(line) * 5 > line.length ? '' : line))
    .join('\n');
}

/** The clauses of what is understood by its turn of speech are blanked, so that their other words point nowhere else. */
function withoutClauses(text: string, turns: readonly TurnHit[]): string {
  let left = text;
  for (const { clue, start, end } of turns) {
    if (clue.strength !== 'likely' || start > proseLimit) continue;
    const from = Math.max(0, ...[...left.slice(0, start).matchAll(clauseEnd)].map(({ index }) => index + 1));
    const rest = left.slice(end).search(clauseEnd);
    const to = rest === -1 ? left.length : end + rest;
    left = `${left.slice(0, from)}${' '.repeat(to - from)}${left.slice(to)}`;
  }
  return left;
}

export function recogniseSentence(source: Source, prose: string, others: readonly Artefact[]): SentenceArtefact[] {
  if (source.input.length > proseLimit || others.some(({ kind }) => kind === 'log' || kind === 'stack-trace')) return [];
  const text = safeProse(prose.replace(/\s+/g, ' '), 2_000);
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? [];
  if (words.length < 3 && characters.length < 4) return [];
  const range = { start: 0, end: source.input.length };
  return [{ kind: 'sentence', label: `Sentence “${shown(text, 60)}”`, range, text, values: { text } }];
}
