/** What a refresh was given, and which refresh tokens came of one login. Pure. */
import type { TargetValue } from '../stage/notes.ts';
import type { Refresh } from './refresh.ts';

/** The refresh tokens that came of one login, in turn. Refreshes of other sessions in between are not of it. */
export function familyOf(
  issuedAtLogin: string | undefined,
  refreshes: readonly Refresh[],
): { readonly all: ReadonlySet<string>; readonly newest: string | undefined } {
  const all = new Set(issuedAtLogin === undefined ? [] : [issuedAtLogin]);
  let newest = issuedAtLogin;
  for (const { token, issued } of refreshes) {
    if (!all.has(token) || issued === undefined) continue;
    all.add(issued);
    newest = issued;
  }
  return { all, newest };
}

/** A text without a character is no token. */
export function kindOf(given: TargetValue | undefined): string | undefined {
  return given?.type === 'string' && given.length === 0 ? 'an empty text' : given?.type;
}
