/**
 * One scan of a text for all literals that any stage waits for (Aho-Corasick, ignoring case): where none of a stage's own stands, the stage has
 * nothing to do. Each stage names its literals once, when it is loaded. Pure, linear, whatever the text is.
 */
import type { Subject } from './bytes.ts';

/** What a stage waits for. */
export interface Trigger {
  readonly id: number;
}

export interface Hits {
  /** Where a literal of the trigger begins, ordered by where it ends. */
  of(trigger: Trigger): readonly number[];
}

interface Literal {
  readonly bytes: Uint8Array;
  /** `exact`: as it is written; `folded`: in upper or lower case; `seen`: the automaton has told all there is to tell. */
  readonly compare: 'exact' | 'folded' | 'seen';
  readonly trigger: number;
}

const literals: Literal[] = [];
let triggers = 0;
let automaton: Automaton | undefined;

/** `ignoreCase`: then the texts are given in lower case. */
export function trigger(texts: readonly string[], options: { readonly ignoreCase?: boolean } = {}): Trigger {
  const id = triggers++;
  for (const text of texts) {
    const compare = options.ignoreCase !== true ? 'exact' : /^[^\d\u0080-\u00ff]*$/.test(text) ? 'seen' : 'folded';
    literals.push({ bytes: Buffer.from(text, 'latin1'), compare, trigger: id });
  }
  automaton = undefined;
  return { id };
}

const none: readonly number[] = [];

/** Of the literals that begin before `subject.until`. */
export function hitsIn({ bytes, until = bytes.length }: Subject): Hits {
  automaton ??= build(literals);
  const { next, ends, groups, classes, longest } = automaton;
  const found: (number[] | undefined)[] = new Array(triggers);
  const end = Math.min(bytes.length, until + longest - 1);
  let state = 0;
  for (let at = 0; at < end; at++) {
    state = next[(state << CLASS_BITS) | (classes[bytes[at] as number] as number)] as number;
    const group = ends[state] as number;
    if (group === 0) continue;
    for (const literal of groups[group] as readonly Literal[]) {
      const start = at + 1 - literal.bytes.length;
      if (start >= until || (literal.compare !== 'seen' && !stands(literal, bytes, start))) continue;
      const list = found[literal.trigger];
      if (list === undefined) found[literal.trigger] = [start];
      else list.push(start);
    }
  }
  return { of: ({ id }) => found[id] ?? none };
}

function stands({ bytes: literal, compare }: Literal, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < literal.length; at++) {
    const byte = bytes[start + at] as number;
    if (byte !== literal[at] && (compare === 'exact' || lowered(byte) !== literal[at])) return false;
  }
  return true;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const lowered = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte);

interface Automaton {
  /** State and class of the next byte → state. */
  readonly next: Uint16Array;
  /** State → group of the literals that end there; 0: none. */
  readonly ends: Uint16Array;
  readonly groups: readonly (readonly Literal[])[];
  readonly classes: Uint8Array;
  readonly longest: number;
}

const CLASS_BITS = 6;
const CLASSES = 1 << CLASS_BITS;

function build(all: readonly Literal[]): Automaton {
  const classes = classesOf(all);
  const own: State[] = [createState()];
  for (const literal of all) {
    let state = 0;
    for (const byte of literal.bytes) {
      const { edges } = own[state] as State;
      const kind = classes[byte] as number;
      const known = edges.get(kind);
      if (known === undefined) edges.set(kind, own.push(createState()) - 1);
      state = known ?? own.length - 1;
    }
    own[state]?.literals.push(literal);
  }
  return { ...withFailures(own), classes, longest: Math.max(...all.map(({ bytes }) => bytes.length)) };
}

interface State {
  readonly edges: Map<number, number>;
  readonly literals: Literal[];
}

const createState = (): State => ({ edges: new Map(), literals: [] });

/** Completes the transitions: where a literal goes no further, what began inside it goes on. */
function withFailures(own: readonly State[]): Pick<Automaton, 'next' | 'ends' | 'groups'> {
  const next = new Uint16Array(own.length * CLASSES);
  const failure = new Uint16Array(own.length);
  const ends = new Uint16Array(own.length);
  const groups: Literal[][] = [[]];
  const queue = [0];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] as number;
    const behind = failure[state] as number;
    const { edges, literals: ending } = own[state] as State;
    const here = state === 0 ? ending : [...ending, ...(groups[ends[behind] as number] ?? [])];
    if (here.length > 0) ends[state] = groups.push(here) - 1;
    next.copyWithin(state * CLASSES, behind * CLASSES, (behind + 1) * CLASSES);
    for (const [kind, target] of edges) {
      failure[target] = state === 0 ? 0 : (next[behind * CLASSES + kind] as number);
      next[state * CLASSES + kind] = target;
      queue.push(target);
    }
  }
  return { next, ends, groups };
}

/** A literal of this byte stands for every control but tabs and line breaks. */
export const ANY_CONTROL = '\u0000';

/** Bytes that stand in no literal are all alike; all digits are, and of those outside ASCII every eighth is. */
function classesOf(all: readonly Literal[]): Uint8Array {
  const classes = new Uint8Array(256);
  const controls = 1;
  let count = 2;
  for (let byte = 0; byte < 0x80; byte++)
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) classes[byte] = controls;
  for (const byte of [0x0b, 0x0c]) classes[byte] = controls;
  for (const { bytes } of all) {
    for (const byte of bytes) {
      const lower = lowered(byte);
      if (lower < 0x80 && !isDigit(lower) && classes[lower] === 0) classes[lower] = count++;
    }
  }
  for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[byte + 32] as number;
  for (let byte = 0x30; byte <= 0x39; byte++) classes[byte] = count;
  count++;
  for (let byte = 0x80; byte < 0x100; byte++) classes[byte] = count + (byte & 7);
  count += 8;
  if (count > CLASSES) throw new Error(`${count} kinds of bytes in the literals, ${CLASSES} at most`);
  return classes;
}
