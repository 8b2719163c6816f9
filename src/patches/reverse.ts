/** Takes what a patch wrote out of a file that was edited elsewhere since: only where every hunk still fits exactly, once. Pure. */

/** Lines round a hunk that must be as the patch left them. */
const CONTEXT = 3;
/** Beyond this many cells of the comparison, what lies between is one hunk. */
const MOST_CELLS = 4_000_000;

/** Lines from `start`, `end` excluded, of the file as the patch left it, and what stood there before. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly before: readonly string[];
}

/** Undefined where a hunk does not fit, or fits in more than one place. */
export function reversed(before: Buffer, after: Buffer, now: Buffer): Buffer | undefined {
  const left = linesOf(after);
  const found = linesOf(now);
  const out: string[] = [];
  let at = 0;
  for (const { start, end, before: lines } of hunks(linesOf(before), left)) {
    const from = Math.max(0, start - CONTEXT);
    const to = Math.min(left.length, end + CONTEXT);
    const place = onlyPlace(found, left.slice(from, to), at);
    if (place === undefined) return undefined;
    out.push(...found.slice(at, place + start - from), ...lines);
    at = place + end - from;
  }
  return Buffer.from([...out, ...found.slice(at)].join(''), 'latin1');
}

/** With their line ends, one character a byte: what is not looked at stays as it is, whatever its encoding. */
function linesOf(bytes: Buffer): string[] {
  return bytes.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function onlyPlace(lines: readonly string[], wanted: readonly string[], from: number): number | undefined {
  if (wanted.length === 0) return undefined;
  const fits = (place: number): boolean => wanted.every((line, index) => lines[place + index] === line);
  let only: number | undefined;
  // From the top: a second place is a second place, also above.
  for (let place = 0; place + wanted.length <= lines.length; place++) {
    if (!fits(place)) continue;
    if (only !== undefined) return undefined;
    only = place;
  }
  return only !== undefined && only >= from ? only : undefined;
}

/** Hunks whose lines round them would touch are one. */
function hunks(before: readonly string[], after: readonly string[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of differences(before, after)) {
    const last = joined.at(-1);
    if (last && hunk.start - last.end <= 2 * CONTEXT) {
      joined.pop();
      joined.push({
        start: last.start,
        end: hunk.end,
        before: [...last.before, ...after.slice(last.end, hunk.start), ...hunk.before],
      });
    } else joined.push(hunk);
  }
  return joined;
}

function differences(before: readonly string[], after: readonly string[]): Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail);
  const own = after.slice(head, after.length - tail);
  if (old.length === 0 && own.length === 0) return [];
  if (old.length * own.length > MOST_CELLS) return [{ start: head, end: head + own.length, before: old }];
  return walked(old, own).map(({ start, end, before: lines }) => ({ start: head + start, end: head + end, before: lines }));
}

/** By the longest common subsequence of lines. */
function walked(old: readonly string[], own: readonly string[]): Hunk[] {
  const width = own.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const length = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = own.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === own[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const found: Hunk[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < own.length) {
    const [fromOld, fromOwn] = [i, j];
    while (i < old.length || j < own.length) {
      if (i < old.length && j < own.length && old[i] === own[j]) break;
      if (j >= own.length || (i < old.length && length(i + 1, j) >= length(i, j + 1))) i++;
      else j++;
    }
    if (i > fromOld || j > fromOwn) found.push({ start: fromOwn, end: j, before: old.slice(fromOld, i) });
    while (i < old.length && j < own.length && old[i] === own[j]) {
      i++;
      j++;
    }
  }
  return found;
}
