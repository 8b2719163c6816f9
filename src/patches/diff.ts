/** A plan as a unified diff that `git apply` takes, in the repository's top folder and below it. Shows; changes nothing. */
import type { Plan } from './plan.ts';

export interface ShownDiff {
  readonly text: string;
  /** Something in it had to be hidden: then it is for reading, and `git apply` would not take it. */
  readonly masked: boolean;
}

export interface DiffOptions {
  /** Takes secrets out of a line. Lines of context that hold one are left out where that is possible. */
  readonly redact?: (line: string) => string;
}

export interface Change {
  readonly file: string;
  /** Undefined: the file does not exist on this side. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function diffOfPlan(plan: Plan, options: DiffOptions = {}): Promise<ShownDiff> {
  return unifiedDiff(
    plan.files.map(({ file, target, after }) => ({
      file,
      before: target.kind === 'existing' ? target.bytes.toString('utf8') : undefined,
      after: after.bytes.toString('utf8'),
    })),
    options,
  );
}

export async function unifiedDiff(changes: readonly Change[], options: DiffOptions = {}): Promise<ShownDiff> {
  const { structuredPatch } = await import('diff');
  const redact = options.redact ?? ((line) => line);
  let masked = false;
  const lines: string[] = [];
  for (const { file, before, after } of changes) {
    const { hunks } = structuredPatch('', '', before ?? '', after ?? '', undefined, undefined, { context: CONTEXT });
    if (hunks.length === 0) continue;
    lines.push(
      `--- ${before === undefined ? '/dev/null' : name(`a/${file}`)}`,
      `+++ ${after === undefined ? '/dev/null' : name(`b/${file}`)}`,
    );
    for (const hunk of hunks) {
      const { head, body } = narrowed(hunk, (line) => redact(line) !== line);
      lines.push(head);
      for (const line of body) {
        const shown = line.startsWith('\\') ? line : `${line.slice(0, 1)}${redact(line.slice(1))}`;
        masked ||= shown !== line;
        lines.push(shown);
      }
    }
  }
  return { text: lines.map((line) => `${line}\n`).join(''), masked };
}

const CONTEXT = 3;

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

/**
 * Leaves out context lines that would have to be hidden, and those beyond them. One line behind the change must stay: without any,
 * `git apply` takes the change for the end of the file.
 */
function narrowed(hunk: Hunk, hides: (line: string) => boolean): { readonly head: string; readonly body: readonly string[] } {
  const isContext = (line: string | undefined): boolean => line?.startsWith(' ') ?? false;
  const hidden = (line: string | undefined): boolean => isContext(line) && hides((line ?? '').slice(1));
  const { lines } = hunk;
  let from = 0;
  for (let index = 0; isContext(lines[index]); index++) if (hidden(lines[index])) from = index + 1;
  let to = lines.length;
  let last = lines.length - 1;
  while (isContext(lines[last]) || lines[last]?.startsWith('\\')) last--;
  for (let index = last + 2; index < lines.length; index++) {
    if (isContext(lines[index]) && isContext(lines[index - 1]) && hidden(lines[index])) {
      to = index;
      break;
    }
  }
  const body = lines.slice(from, to);
  const dropped = lines.slice(to).filter(isContext).length;
  const oldLines = hunk.oldLines - from - dropped;
  const newLines = hunk.newLines - from - dropped;
  return { head: `@@ -${range(hunk.oldStart + from, oldLines)} +${range(hunk.newStart + from, newLines)} @@`, body };
}

/** An empty range names the line before it. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' };

/** Quotes odd names as git does; behind a name with a space stands a tab, so that it is not cut there. */
function name(file: string): string {
  const bytes = Buffer.from(file, 'utf8');
  if (!bytes.some((byte) => byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c)) {
    return file.includes(' ') ? `${file}\t` : file;
  }
  const quoted = [...bytes].map((byte) => {
    const character = String.fromCharCode(byte);
    if (escapes[character] !== undefined) return escapes[character];
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : character;
  });
  return `"${quoted.join('')}"`;
}
