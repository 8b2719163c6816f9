/** authenticateWithCode sends another redirect URI than getAuthorizationUrl did, so the code is refused (RFC 6749 §4.1.3). */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { type JudgedUse, type RedirectUriStandings, redirectUriStandings } from '../../../probes/redirect-uri-standing.ts';
import { isHandled } from '../../../probes/redirect-uris.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyToSend } from './replace-uri.ts';

export const callsDisagree = cause({
  id: 'calls-disagree',
  title: 'The two steps of the login send different redirect URIs',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/sso/guides/complete-login/',
  needs: { standings: redirectUriStandings },
  judge: ({ standings }) => {
    const pair = disagreeing(standings);
    if (pair === 'not-both') return notApplicable('The app does not do both steps of the login with URIs that are known.');
    const unknown = standings.uses.find((use) => use.step === 'exchange' && use.uri === undefined);
    if (!pair && unknown)
      return undecided(
        `What goes along with the code cannot be told from the files: ${unknown.doubt ?? 'it is put together at run time'}.`,
        'Compare it with the redirect URI that starts the login: the two must be the same to the letter.',
      );
    if (!pair)
      return ruledOut('Both steps of the login send the same redirect URI.', {
        label: 'Redirect URIs',
        actual: [...new Set(standings.uses.flatMap(({ uri }) => uri ?? []))].join(', '),
      });
    const [start, exchange] = pair;
    const places = [start, exchange].flatMap((use) => (use.location ? [use.location] : []));
    return confirmed(
      `The login starts with ${start.uri} and ends with ${exchange.uri}: the two must be the same to the letter.`,
      {
        evidence: [
          {
            label: 'Redirect URI sent with the code',
            expected: start.uri ?? '',
            actual: exchange.uri ?? '',
            source: 'RFC 6749 §4.1.3',
            ...(exchange.location ? { location: exchange.location } : {}),
          },
          {
            label: 'Redirect URI that starts the login',
            actual: start.uri ?? '',
            ...(start.location ? { location: start.location } : {}),
          },
        ],
        locations: places,
      },
    );
  },
  remedy: ({ standings }) => {
    const pair = disagreeing(standings);
    if (!pair || pair === 'not-both') return [];
    const [wrong, right] = wrongOf(pair, standings);
    return right.uri === undefined ? [] : remedyToSend(wrong, right.uri, `Send ${right.uri} in both steps`);
  },
});

type Pair = readonly [start: JudgedUse, exchange: JudgedUse];

/** An exchange whose URI no login starts with. Several logins in one app may well have several URIs. */
function disagreeing({ uses }: RedirectUriStandings): Pair | 'not-both' | undefined {
  const known = uses.filter((use) => use.uri !== undefined);
  const starts = known.filter((use) => use.step === 'authorize');
  const exchanges = known.filter((use) => use.step === 'exchange');
  const [start] = starts;
  if (!start || exchanges.length === 0 || starts.length < uses.filter((use) => use.step === 'authorize').length)
    return 'not-both';
  const odd = exchanges.find((exchange) => !starts.some(({ uri }) => uri === exchange.uri));
  return odd ? [nearestStart(odd, starts) ?? start, odd] : undefined;
}

function nearestStart(exchange: JudgedUse, starts: readonly JudgedUse[]): JudgedUse | undefined {
  return starts.find((start) => start.location?.file === exchange.location?.file);
}

/** What Scalekit allows is right; else what the app has a route for; else what the login starts with. */
function wrongOf([start, exchange]: Pair, { routes }: RedirectUriStandings): readonly [wrong: JudgedUse, right: JudgedUse] {
  const registered = (use: JudgedUse): boolean => use.standing.kind === 'registered';
  const handled = (use: JudgedUse): boolean => use.uri !== undefined && isHandled(use.uri, routes);
  const startIsWrong = registered(start) === registered(exchange) ? !handled(start) && handled(exchange) : registered(exchange);
  return startIsWrong ? [start, exchange] : [exchange, start];
}
