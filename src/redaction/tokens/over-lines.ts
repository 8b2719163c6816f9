/** Words that go on over lines which hold nothing but their rest: wrapped mail, terminals, folded values. Pure. */

const LEAST = 12;
const MOST_LINES = 200;

/** The end of the line in the middle of a word: mail that flows leaves a space (RFC 3676), quoted mail begins the next line with its signs. */
const nextLine = /[ \t]?\r?\n[ \t>|+]{0,16}([A-Za-z0-9+/_.~%$@!*^&#?=-]{4,})(?=["'`,;)}\]]{0,4}[ \t]{0,4}(?:\r?\n|$))/y;

/** Where a secret that ends with its line really ends. */
export function endOverLines(text: string, start: number, end: number): number {
  if (end - start < LEAST) return end;
  let last = end;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    nextLine.lastIndex = last;
    const rest = nextLine.exec(text)?.[1];
    if (rest === undefined || !isRest(rest)) break;
    last = nextLine.lastIndex;
  }
  return last;
}

/** Not a word, a number, an address or a setting of its own: it has digits among letters, capitals in its middle, or begins with a joint. */
function isRest(text: string): boolean {
  if (/^[A-Za-z_][\w.-]*=(?!=|$)|^[\w-]+:|^https?:|^[./~]|^\d+$|^\d{4}-\d\d-\d\d|^--|^\d+(?:\.\d+)+$/.test(text)) return false;
  const bare = text.replace(/=+$/, '');
  return (/\d/.test(bare) && /[A-Za-z]/.test(bare)) || /[a-z][A-Z]/.test(bare) || /^[-_+/][A-Za-z0-9]/.test(bare);
}

const LONGEST_LINE = 200;
const alone = /^[ \t>|+]{0,16}$/;
const isPart = Uint8Array.from({ length: 256 }, (_, byte) => (/[A-Za-z0-9+/_.~%=$-]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** Lines come one after the other: what was found for one is what the next asks for. */
let memo = { text: '', start: -1, begin: -1 };

/** Where a word begins of which only a further line stands at `start`; `start` when it stands for itself. */
export function beginOverLines(text: string, start: number): number {
  const before = wordOnLineBefore(text, start);
  if (before === undefined) return start;
  const begin = memo.text === text && memo.start === before ? memo.begin : beginFrom(text, before);
  memo = { text, start, begin };
  return begin;
}

function beginFrom(text: string, from: number): number {
  let begin = from;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const before = wordOnLineBefore(text, begin);
    if (before === undefined) break;
    begin = before;
  }
  return begin;
}

/** The last word of the line before, where only signs of a quote stand between. */
function wordOnLineBefore(text: string, start: number): number | undefined {
  const from = Math.max(0, start - 20);
  const near = text.slice(from, start);
  const line = near.lastIndexOf('\n');
  if (line < 0 || !alone.test(near.slice(line + 1))) return undefined;
  let end = from + line;
  if (text[end - 1] === '\r') end--;
  if (text[end - 1] === ' ') end--;
  let begin = end;
  while (begin > 0 && end - begin < LONGEST_LINE && isPart[text.charCodeAt(begin - 1)] === 1) begin--;
  while (begin < end && /[.~%=$]/.test(text[begin] as string)) begin++;
  return end - begin >= 6 ? begin : undefined;
}
