/** Redirects of a login that a catch takes for a failure. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { type CaughtRedirect, caughtRedirects as find } from '../project/code/caught-redirects.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export const caughtRedirects = probe({
  id: 'caught-redirects',
  title: 'Is a redirect of the login caught?',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<readonly CaughtRedirect[]> => {
    if (code.calls.length === 0) return skipped('The code makes no call of the Scalekit SDK that could be followed.');
    const found = find(code.calls);
    return ok(found, ...found.map(({ name, at }) => ({ label: `${name}() in a try block`, location: at.location })));
  },
});
