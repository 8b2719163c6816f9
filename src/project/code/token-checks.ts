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
  const others = code.validations.filter(({ at }) => at.file !== decoding.at.file || at.start !== decoding.at.start);
  const validatesIn = (parts: readonly CodePart[]): Place[] =>
    others.filter(({ at }) => parts.some((part) => holds(part, at))).map(({ at }) => at);
  const told = (list: readonly Unread[]): Decoding => ({
    ...decoding,
    unread: list.filter(({ at }) => !all.some((other) => other.at.file === at.file && within(at, other.at))).map(unreadCall),
  });
  const check = (at: Place): Unread => ({ name: 'the check of a token', at });
  if (doors.length > 0) {
    const open = doors.filter(({ sure }) => validatesIn(sure).length === 0);
    if (open.length === 0) return { ...decoding, isVerified: true };
    return told(open.flatMap(({ unread, perhaps }) => [...unread, ...validatesIn(perhaps).map(check)]));
  }
  if (others.length > 0) return told(others.map(({ at }) => check(at)));
  const around = enclosing(own.root.descendantForIndex(decoding.at.start, decoding.at.end) ?? bare(own.root), functionTypes);
  if (!around) return decoding;
  const start = { node: around, module: own, given: new Set(parameterNames(around, tokenOfRequest)) };
  return told(follow([start], tokenOfRequest, paths.context).unread);
}

function holds({ node, module }: CodePart, at: Place): boolean {
  return module.file === at.file && node.startIndex <= at.start && node.endIndex >= at.end;
}

/** The decoding itself, or a call inside of it. */
function within(inner: Place, outer: Place): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
