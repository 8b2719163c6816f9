/** Is a token that is decoded verified on the way there? Looks at every route that leads to the decoding. Pure. */
import { bare, enclosing, functionTypes } from '../syntax/nodes.ts';
import { runsIn } from './handlers.ts';
import { parameterNames } from './paths/carried.ts';
import { pathsIn } from './paths/door.ts';
import { follow, type Unread } from './paths/follow.ts';
import { tokenOfRequest } from './paths/sought.ts';
import { unreadCall } from './paths/unread.ts';
import type { Decoding } from './token-leaks.ts';
import type { CodeAnalysis, CodePart, Place } from './types.ts';

export function checkedOnTheWay(decoding: Decoding, all: readonly Decoding[], code: CodeAnalysis): Decoding {
  if (decoding.isVerified) return decoding;
  const paths = pathsIn(code);
  const own = code.modules.find(({ file }) => file === decoding.at.file);
  if (!own) return decoding;
  const stretch = { startIndex: decoding.at.start, endIndex: decoding.at.end };
  const doors = code.handlers.flatMap((handler) => {
    const path = paths.to(handler, tokenOfRequest);
    const leadsHere = runsIn(handler, stretch, own) || [...path.sure, ...path.perhaps].some((part) => holds(part, decoding.at));
    return leadsHere ? [path] : [];
  });
  // An id token is not verified by a check of the access token.
  const others = code.validations.filter(({ token }) => likeness(token, decoding.token) !== 'another');
  const validatesIn = (parts: readonly CodePart[], isSame = false): Place[] =>
    others
      .filter(({ at, token }) => parts.some((part) => holds(part, at)) && (!isSame || likeness(token, decoding.token) === 'same'))
      .map(({ at }) => at);
  const told = (list: readonly Unread[]): Decoding => ({
    ...decoding,
    unread: list.filter(({ at }) => !all.some((other) => other.at.file === at.file && within(at, other.at))).map(unreadCall),
  });
  const check = (at: Place): Unread => ({ name: 'the check of a token', at });
  if (doors.length > 0) {
    const open = doors.filter(({ sure }) => validatesIn(sure, true).length === 0);
    if (open.length === 0) return { ...decoding, isVerified: true };
    return told(open.flatMap(({ unread, sure, perhaps }) => [...unread, ...validatesIn([...sure, ...perhaps]).map(check)]));
  }
  if (others.length > 0) return told(others.map(({ at }) => check(at)));
  const around = enclosing(own.root.descendantForIndex(decoding.at.start, decoding.at.end) ?? bare(own.root), functionTypes);
  if (!around) return decoding;
  const start = { node: around, module: own, given: new Set(parameterNames(around, tokenOfRequest)) };
  return told(follow([start], tokenOfRequest, paths.context).unread);
}

function likeness(one: string, other: string): 'same' | 'another' | 'perhaps' {
  const name = (text: string): string => /(\w+)['"`\])!?]*$/.exec(text)?.[1] ?? text;
  const kind = (text: string): string | undefined => /(access|refresh|id)_?-?token/i.exec(name(text))?.[1]?.toLowerCase();
  const [first, second] = [kind(one), kind(other)];
  if (first !== undefined && second !== undefined) return first === second ? 'same' : 'another';
  return name(one) === name(other) ? 'same' : 'perhaps';
}

function holds({ node, module }: CodePart, at: Place): boolean {
  return module.file === at.file && node.startIndex <= at.start && node.endIndex >= at.end;
}

/** The decoding itself, or a call inside of it. */
function within(inner: Place, outer: Place): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
