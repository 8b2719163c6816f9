/** Known secret values: remembers them and finds them in every form in which they can stand in a text. Pure; they stay in memory only. */
import { isAlphanumeric, type Subject, utf8 } from '../bytes.ts';
import { type FormName, literalForms, openForms } from './forms.ts';
import { lineBreak } from './line-breaks.ts';
import { createNeedles, type Needle, type Needles } from './needles.ts';
import { wholePieces } from './pieces.ts';
import { without } from './stripped.ts';
import { endOf, startOf, type View, viewOf, wholeText } from './view.ts';

export interface KnownHit {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly form: FormName;
}

export interface KnownValues {
  readonly size: number;
  learn(value: string): void;
  find(subject: Subject, visit: (hit: KnownHit) => void): void;
}

interface About {
  readonly value: string;
  readonly form: FormName;
  /** Short ones count only where no letter or digit touches them. */
  readonly alone: boolean;
}

const SHORTEST = 4;
/** Shorter values are hidden only where they stand alone. */
const SHORTEST_INSIDE = 6;
const SHORTEST_VISIBLE = 6;
const SHORTEST_LETTERS = 8;
/** Words that stand in every text: hiding them would tell no secret and take the sense out of everything. */
const everyday =
  /^(true|false|null|none|undefined|localhost|password|passwort|secret|token|string|example|test|demo|user|admin|root|changeme|production|development|staging|default|bearer|basic|https?|\d{1,5}|[*.x_-]+|\[redacted\])$/i;

export function createKnownValues(): KnownValues {
  const values = new Set<string>();
  const short = createNeedles<About>(SHORTEST);
  const literal = createNeedles<About>(SHORTEST_INSIDE);
  const visible = createNeedles<About>(SHORTEST_VISIBLE);
  const letters = createNeedles<About>(SHORTEST_LETTERS);
  let hasEscapes = false;

  /** What an escape hides may be an escape again. */
  const throughLevels = (source: View, report: Report): void => {
    let level = source;
    for (let depth = 0; depth < 4; depth++) {
      const open = viewOf(level, { keep: 'letters', slot: 0 });
      findIn(letters, open, report);
      if (visible.size > 0) findIn(visible, viewOf(level, { keep: 'visible', slot: 1 }), report);
      if (!open.nested) break;
      level = viewOf(level, { keep: 'all', slot: 2 + depth });
    }
  };

  return {
    get size() {
      return values.size;
    },
    learn: (text) => {
      for (const value of new Set([text, text.trim()])) {
        if (value.length < SHORTEST || values.has(value) || everyday.test(value)) continue;
        values.add(value);
        hasEscapes ||= /[%\\&]/.test(value);
        const alone = value.length < SHORTEST_INSIDE;
        const about = (form: FormName): About => ({ value, form, alone });
        for (const { name, bytes } of literalForms(value)) literal.add(bytes, about(name)) || short.add(bytes, about(name));
        let hasLetters = false;
        for (const { name, bytes } of openForms(value, 'letters')) {
          if (letters.add(bytes, about(name)) && name === 'plain') hasLetters = true;
        }
        if (!hasLetters) for (const { name, bytes } of openForms(value, 'visible')) visible.add(bytes, about(name));
        for (const line of linesOfKey(value)) letters.add(utf8(line), about('plain'));
      }
    },
    find: (subject, visit) => {
      if (values.size === 0) return;
      const whole = wholeText(subject.bytes);
      const report = reporter(subject.bytes, visit);
      for (const needles of [short, literal]) findIn(needles, whole, report);
      if (hasEscapes) {
        findIn(letters, viewOf(whole, { keep: 'letters', escapes: 'closed', slot: 0 }), report);
        if (visible.size > 0) findIn(visible, viewOf(whole, { keep: 'visible', escapes: 'closed', slot: 1 }), report);
      }
      throughLevels(whole, report);
      if (brokenEscape.test(subject.text)) {
        for (const breaks of lineBreaks) {
          const joined = without(subject, breaks);
          if (joined === undefined) continue;
          const { original } = joined;
          throughLevels(wholeText(joined.subject.bytes), (start, end, about) =>
            report(original(start), original(end - 1) + 1, about),
          );
        }
      }
      if (subject.text.includes('=\n') || subject.text.includes('=\r\n') || subject.text.includes('=3D')) {
        findIn(letters, viewOf(whole, { keep: 'letters', escapes: 'quoted-printable', slot: 0 }), report);
        if (visible.size > 0) findIn(visible, viewOf(whole, { keep: 'visible', escapes: 'quoted-printable', slot: 1 }), report);
      }
    },
  };
}

/** An escape that a line break cut in two. */
const brokenEscape = new RegExp(`(?:%[\\dA-Fa-f]?|\\\\(?:[xu][\\dA-Fa-f]{0,3})?|&#?\\w{0,5})${lineBreak}`);
/** The backslash before a line break may be the first half of an escape. */
const lineBreaks = [/[ \t]{0,8}\r?\n[ \t>|]{0,32}/g, new RegExp(lineBreak, 'g')];

type Report = (start: number, end: number, about: About) => void;

function findIn(needles: Needles<About>, view: View, report: Report): void {
  needles.search(view.bytes, view.length, (start, needle, matched) => {
    const { about } = needle;
    if (matched === needle.bytes.length) report(startOf(view, start), endOf(view, start + matched), about);
    else if (about.form === 'plain' && !about.alone) partly(view, start, needle, matched, report);
  });
}

/** Cut off, or broken by something between two lines: still worth hiding where it is most of the value. */
function partly(view: View, start: number, needle: Needle<About>, matched: number, report: Report): void {
  const pieces = view.from ? wholePieces(view, start, needle.bytes, matched) : [];
  for (const piece of pieces) report(startOf(view, piece.start), endOf(view, piece.end), needle.about);
  if (pieces.length === 0 && matched >= 12 && matched * 2 >= needle.bytes.length) {
    report(startOf(view, start), endOf(view, start + matched), needle.about);
  }
}

function reporter(bytes: Uint8Array, visit: (hit: KnownHit) => void): Report {
  return (from, to, about) => {
    let start = from;
    let end = to;
    if (about.alone && (isAlphanumeric(bytes[start - 1]) || isAlphanumeric(bytes[end]))) return;
    if (about.form === 'base64') {
      // The characters at both ends hold bits of the value too.
      const most = 4_096;
      while (start > 0 && from - start < most && isBase64(bytes[start - 1])) start--;
      while (end < bytes.length && end - to < most && isBase64(bytes[end])) end++;
    } else if (about.form === 'plain') {
      const rest = trailingMarks(about.value);
      for (let index = 0; index < rest.length && bytes[end] === rest.charCodeAt(index); index++) end++;
    }
    visit({ start, end, value: about.value, form: about.form });
  };
}

/** What a view leaves out at the end of a value: `==`. */
function trailingMarks(value: string): string {
  let at = value.length;
  while (at > 0 && !isAlphanumeric(value.charCodeAt(at - 1)) && value.charCodeAt(at - 1) < 0x80) at--;
  return value.slice(at);
}

function isBase64(byte: number | undefined): boolean {
  return isAlphanumeric(byte) || byte === 0x2b || byte === 0x2f || byte === 0x2d || byte === 0x5f;
}

/** The lines of a key in PEM, each of which is worth hiding where only some of them stand. */
function linesOfKey(value: string): string[] {
  if (!value.includes('PRIVATE KEY')) return [];
  return value
    .split(/\r?\n|\\n/)
    .flatMap((line) => (/^[A-Za-z0-9+/=]{32,}$/.test(line.trim()) ? [line.replace(/[^A-Za-z0-9]/g, '')] : []));
}
