/** Handlers that take a login which the identity provider starts, and what they make of it. By the code alone. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { runsIn } from '../project/code/handlers.ts';
import { selectorsOf } from '../project/code/selectors.ts';
import type { CodeAnalysis, Handler } from '../project/code/types.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface InitiateHandler {
  readonly handler: Handler;
  readonly location: Location;
  readonly reads: boolean;
  readonly verifies: boolean;
  /** Selectors given to getAuthorizationUrl behind the assertion. */
  readonly selectors: readonly string[];
  readonly selectorsAt: Location | undefined;
  readonly startsLogin: boolean;
  /** Where it redirects to with a fixed address. */
  readonly redirects: readonly string[];
}

export const readingIdp = /idp_initiated_login|idpInitiatedLogin/;

export const idpReaders = probe({
  id: 'idp-readers',
  title: 'Code that takes logins of the identity provider',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<readonly InitiateHandler[]> => {
    const readers = code.handlers
      .filter(({ method, reached }) => method !== 'post' && reached.some(({ node }) => readingIdp.test(node.text)))
      .map((handler) => inspected(handler, code));
    if (readers.length === 0) return skipped('No handler reads idp_initiated_login.');
    return ok(
      readers,
      ...readers.map(({ handler, location }) => ({ label: `Reads idp_initiated_login: ${handler.path}`, location })),
    );
  },
});

export function inspected(handler: Handler, code: CodeAnalysis | undefined): InitiateHandler {
  const text = handler.reached.map(({ node }) => node.text).join('\n');
  const starts = (code?.calls ?? []).filter(
    ({ method, node, module }) => method === 'getAuthorizationUrl' && runsIn(handler, node, module),
  );
  const many = starts
    .map((call) => ({ names: selectorsOf(call.argNodes[1], handler.reached), at: call.at.location }))
    .sort((a, b) => b.names.length - a.names.length)[0];
  return {
    handler,
    location: handler.at.location,
    reads: readingIdp.test(text),
    verifies: /getIdpInitiatedLoginClaims|jwtVerify\s*\(|validateToken\s*\(|\.verify\s*\(/.test(text),
    selectors: many?.names ?? [],
    selectorsAt: many?.at,
    startsLogin: starts.length > 0,
    redirects: [...text.matchAll(/redirect\s*\(\s*['"`](\/[^'"`?]*)/g)].map((found) => found[1] ?? ''),
  };
}
