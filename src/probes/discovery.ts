/** The environment's OpenID configuration: is there one, and does it name itself as the URL does (OpenID Connect Discovery 1.0 §4.3)? */
import { fault, type Outcome, ok } from '../diagnosis/outcome.ts';
import type { ApiFailure, Timing } from '../scalekit/api-result.ts';
import type { DiscoveryFound } from '../scalekit/calls/oauth.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { environmentOrigin } from './environment-url.ts';
import { probe } from './tools.ts';

export type DiscoveryFact =
  | { readonly kind: 'found'; readonly found: DiscoveryFound; readonly timing: Timing | undefined; readonly exchange: string }
  /** Something answered, and it is no Scalekit environment. */
  | {
      readonly kind: 'no-environment';
      readonly failure: ApiFailure;
      readonly timing: Timing | undefined;
      readonly exchange: string;
    };

export const discovery = probe({
  id: 'discovery',
  title: 'OpenID configuration of the environment',
  reach: 'network',
  needs: { origin: environmentOrigin },
  observe: async ({ origin }, { openClient }, signal): Promise<Outcome<DiscoveryFact>> => {
    const result = await openClient(origin.origin).discovery({ signal });
    if (result.ok) {
      const value: DiscoveryFact = { kind: 'found', found: result.value, timing: result.timing, exchange: result.exchange };
      const issuer = seenIn('Issuer', result.exchange, { expected: origin.origin, actual: result.value.document.issuer });
      const others = result.value.differences
        .filter((difference) => difference.field !== 'issuer')
        .map((difference) =>
          seenIn(difference.field, result.exchange, { expected: difference.expected, actual: difference.actual }),
        );
      return result.value.differences.length === 0 ? ok(value, issuer) : fault(value, issuer, ...others);
    }
    const { failure, exchange } = result;
    if (!answersAsSomethingElse(failure)) return unseen(failure, exchange);
    const value: DiscoveryFact = { kind: 'no-environment', failure, timing: result.timing, exchange: exchange ?? '' };
    return fault(value, seenIn('OpenID configuration', exchange, { expected: 'JSON with an issuer', actual: failure.sentence }));
  },
});

/** A host that answers 404 or a web page to this request is another program; one that is overloaded or broken may still be Scalekit. */
function answersAsSomethingElse(failure: ApiFailure): boolean {
  switch (failure.kind) {
    case 'html-instead-of-json':
      return failure.page === 'web-page' || failure.page === 'login-page';
    case 'gateway-error':
    case 'http-status':
      return failure.status === 404 || failure.status === 410 || failure.status === 405;
    case 'not-json':
    case 'wrong-shape':
      return true;
    default:
      return false;
  }
}
