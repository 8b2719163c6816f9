/** Scripts inside other files: the script blocks of Vue and Svelte components, the front matter of Astro pages. Pure. */

const ending = /\.(?:vue|svelte|astro)$/;

export function holdsScript(path: string): boolean {
  return ending.test(path);
}

/** The text with everything but its scripts blanked out: offsets, lines and columns stay what they are. */
export function scriptsAlone(path: string, text: string): string {
  const front = path.endsWith('.astro') ? frontMatterOf(text) : undefined;
  let blanked = '';
  let at = 0;
  for (const { start, end } of [...(front ? [front] : []), ...blocksIn(text, front?.end ?? 0)]) {
    blanked += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return blanked + blank(text.slice(at));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Between the two fences at the top. */
function frontMatterOf(text: string): Stretch | undefined {
  const opening = /^\uFEFF?\s*---[ \t]*\r?\n/.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = text.startsWith('---', start) ? start : text.indexOf('\n---', start);
  return closing === -1 ? undefined : { start, end: closing };
}

/** One look at each character: a text full of opening tags must not be searched to its end for each of them. */
function* blocksIn(text: string, from: number): Generator<Stretch> {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return;
  let at = from;
  for (;;) {
    const tag = lower.indexOf('<script', at);
    const start = tag === -1 ? -1 : endOfTag(text, tag);
    const end = start === -1 ? -1 : lower.indexOf('</script', start);
    if (end === -1) return;
    if (end > start) yield { start, end };
    at = end;
  }
}

/** Behind the `>` of a tag; one inside quotes is none. */
function endOfTag(text: string, tag: number): number {
  let quote = '';
  for (let at = tag; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
