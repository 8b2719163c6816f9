/** Where a token that ran into the end of its line goes on: mail, quoted-printable and base64 break lines wherever they like. Pure. */

import { lineBreak } from '../known/line-breaks.ts';

const SHORTEST_LINE = 60;
const LONGEST_LINE = 80;
const MOST_LINES = 400;

/** The end of the token that stands at `start`..`end`, further lines included. */
export function wrappedEnd(text: string, start: number, end: number): number {
  let last = end;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const next = nextLine(text, lines === 0 ? start : last, last);
    if (next === undefined) break;
    last = next;
  }
  return last;
}

const wholeLine = new RegExp(`${lineBreak}([A-Za-z0-9+/_-]+={0,2})(?![^\\s=\\\\"'<])`, 'y');

const everyBreak = new RegExp(lineBreak, 'g');

export function withoutBreaks(run: string): string {
  return /[\n\\]/.test(run) ? run.replace(everyBreak, '') : run;
}

/** The end of the run of base64 that goes on over the lines behind `end`, of whatever length they are; `end` when it does not. */
export function linesEnd(text: string, end: number): number {
  let last = end;
  for (let lines = 0; lines < 20_000; lines++) {
    wholeLine.lastIndex = last;
    if (!wholeLine.test(text)) break;
    last = wholeLine.lastIndex;
  }
  return last;
}

const soft = /=\r?\n(?=[^\s=])/y;
const hard = /(?:\r?\n|\\r\\n|\\n)[ \t>]{0,16}/y;
const token = /[A-Za-z0-9+/_.~%-]+={0,2}/y;

/** A lone `=` at the end of a line may also be the padding of base64: other escapes nearby tell. */
function isQuotedPrintable(text: string, start: number, end: number): boolean {
  if (text[end - 1] !== '=') return true;
  return (end - start) % 4 !== 0 || /=3D|=20|=\r?\n.*=\r?\n/.test(text.slice(Math.max(0, start - 300), end));
}

/** A shell's continued line, in the middle of a word. */
const continued = /\\\r?\n[A-Za-z0-9+/_.~%-]+={0,2}/y;
/** A line of a quoted mail with nothing but the rest of a word on it, however wide the lines are. */
const quoted = /[ \t]?\r?\n[ \t]{0,2}>[> \t]{0,15}([A-Za-z0-9+/_.~%$@!*^-]{3,}={0,2})(?=["'`,;)}\]]{0,4}[ \t]*(?:\r?\n|$|,|\}))/y;

/** Not a word of the mail: it has digits or capitals in its middle. */
const isFragment = (text: string): boolean =>
  /\d/.test(text) || /^.[a-z]*[A-Z]/.test(text.slice(0, -1)) || /[A-Z].*[a-z][A-Z]/.test(text);

function startsQuoted(text: string, end: number): boolean {
  const from = Math.max(0, end - 2_000);
  const line = text.slice(from, end);
  return /^[ \t]{0,2}>/.test(line.slice(line.lastIndexOf('\n') + 1));
}

function nextLine(text: string, start: number, end: number): number | undefined {
  soft.lastIndex = text[end - 1] === '=' ? end - 1 : end;
  if (soft.test(text) && isQuotedPrintable(text, start, end)) {
    token.lastIndex = soft.lastIndex;
    return token.test(text) ? token.lastIndex : undefined;
  }
  continued.lastIndex = end;
  if (text[end - 1] === '\\') continued.lastIndex = end - 1;
  if (end - start >= 8 && continued.test(text)) return continued.lastIndex;
  quoted.lastIndex = end;
  const reply = quoted.exec(text);
  if (reply !== null && isFragment(reply[1] ?? '') && startsQuoted(text, end)) return quoted.lastIndex;
  hard.lastIndex = end;
  if (!hard.test(text)) return undefined;
  const least = Math.max(0, end - LONGEST_LINE - 4);
  const begin = least + text.slice(least, end).lastIndexOf('\n') + 1;
  const width = end - begin;
  if (width < SHORTEST_LINE || width > LONGEST_LINE || end - start < 8) return undefined;
  token.lastIndex = hard.lastIndex;
  if (!token.test(text)) return undefined;
  const rest = text.slice(hard.lastIndex, token.lastIndex);
  const follows = text[token.lastIndex];
  // A word of a sentence goes on with a space and has neither digits nor capitals in its middle.
  const isWord =
    /^[A-Za-z]?[a-z]*[.,;:]?$/.test(rest) ||
    /^[A-Z][A-Za-z]*-[A-Za-z-]*$/.test(rest) ||
    follows === ':' ||
    (follows === '=' && !rest.endsWith('=')) ||
    (/^[A-Za-z_][\w.-]*=$/.test(rest) && follows !== undefined && !/[\s"'<&]/.test(follows));
  return isWord ? undefined : token.lastIndex;
}
