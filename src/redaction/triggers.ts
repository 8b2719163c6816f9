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
  /** As it is written; absent: in upper or lower case. */
  readonly exact: boolean;
  readonly trigger: number;
}

const literals: Literal[] = [];
let triggers = 0;
let automaton: Automaton | undefined;

/** `ignoreCase`: then the texts are given in lower case. */
export function trigger(texts: readonly string[], options: { readonly ignoreCase?: boolean } = {}): Trigger {
  const id = triggers++;
  for (const text of texts)
    literals.push({ bytes: Buffer.from(text, 'latin1'), exact: options.ignoreCase !== true, trigger: id });
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
      if (start >= until || (literal.exact && !stands(literal.bytes, bytes, start))) continue;
      const list = found[literal.trigger];
      if (list === undefined) found[literal.trigger] = [start];
      else list.push(start);
    }
  }
  return { of: ({ id }) => found[id] ?? none };
}

function stands(literal: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < literal.length; at++) if (bytes[start + at] !== literal[at]) return false;
  return true;
}

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
  const most = all.reduce((sum, { bytes }) => sum + bytes.length, 1);
  const next = new Uint16Array(most * CLASSES);
  const own: Literal[][] = [[]];
  for (const literal of all) {
    let state = 0;
    for (const byte of literal.bytes) {
      const edge = (state << CLASS_BITS) | (classes[byte] as number);
      if (next[edge] === 0) {
        next[edge] = own.length;
        own.push([]);
      }
      state = next[edge] as number;
    }
    own[state]?.push(literal);
  }
  return { next, ...withFailures(next, own), classes, longest: Math.max(...all.map(({ bytes }) => bytes.length)) };
}

/** Completes the transitions: where a literal goes no further, what began inside it goes on. */
function withFailures(next: Uint16Array, own: readonly Literal[][]): Pick<Automaton, 'ends' | 'groups'> {
  const failure = new Uint16Array(own.length);
  const ends = new Uint16Array(own.length);
  const groups: Literal[][] = [[]];
  const queue = [0];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] as number;
    const behind = failure[state] as number;
    const here = [...(own[state] ?? []), ...(state === 0 ? [] : (groups[ends[behind] as number] ?? []))];
    if (here.length > 0) ends[state] = groups.push(here) - 1;
    for (let kind = 0; kind < CLASSES; kind++) {
      const edge = (state << CLASS_BITS) | kind;
      const other = state === 0 ? 0 : (next[(behind << CLASS_BITS) | kind] as number);
      const target = next[edge] as number;
      if (target === 0) next[edge] = other;
      else {
        failure[target] = other;
        queue.push(target);
      }
    }
  }
  return { ends, groups };
}

/** Bytes that stand in no literal are all alike. */
function classesOf(all: readonly Literal[]): Uint8Array {
  const classes = new Uint8Array(256);
  let count = 1;
  for (const { bytes } of all) {
    for (const byte of bytes) {
      const lower = byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
      if (classes[lower] === 0) classes[lower] = count++;
      classes[byte] = classes[lower] as number;
    }
  }
  for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[byte + 32] as number;
  if (count > CLASSES) throw new Error(`${count} kinds of bytes in the literals, ${CLASSES} at most`);
  return classes;
}
