/** The app counts on a refresh token and never asks for one: without `offline_access` none is issued (OpenID Connect Core §11). */
import type { Evidence } from '../../../diagnosis/evidence.ts';
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { addScope } from '../../../patches/rules/add-scope.ts';
import { type LoginCall, tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

/** Where the list itself is written, when that is another line than the call is on. */
function scopesAt({ call, location, scopes }: LoginCall): Evidence[] {
  const options = call.args[1];
  const list = options?.kind === 'object' ? options.properties.get('scopes') : undefined;
  const at = list?.at.location;
  return at && (at.line !== location.line || at.file !== location.file)
    ? [{ label: 'The scopes', actual: scopes.join(' '), location: at }]
    : [];
}

export const noOfflineAccess = cause({
  id: 'no-offline-access',
  title: 'No refresh token is issued: the scope offline_access is not asked for',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { handling: tokenHandling },
  judge: ({ handling }) => {
    const [use] = [...handling.refreshes, ...handling.refreshTokenUses];
    if (!use || handling.logins.length === 0)
      return notApplicable('The app does not count on a refresh token, or its login cannot be seen.');
    const without = handling.logins.filter((login) => login.offlineAccess === false);
    const [first] = without;
    if (handling.logins.some((login) => login.offlineAccess)) return ruledOut('offline_access is asked for.');
    if (!first || without.length < handling.logins.length)
      return undecided(
        'The scopes of a login are put together at run time.',
        'Look whether `scope` in the address of the login page has offline_access.',
      );
    return confirmed(
      `The app uses a refresh token, but ${first.call.byHand ? 'the authorize request' : 'getAuthorizationUrl'} asks for ${first.scopes.join(' ')} only: ${first.call.byHand ? 'no refresh_token comes back' : 'refreshToken is undefined'}.`,
      {
        evidence: [
          {
            label: 'Scopes of the login',
            expected: `${first.scopes.join(' ')} offline_access`,
            actual: first.scopes.join(' '),
            location: first.location,
            source: 'OpenID Connect Core 1.0 §11',
          },
          ...without.flatMap(scopesAt),
          { label: 'Counts on a refresh token', location: use.location },
        ],
      },
    );
  },
  remedy: ({ handling }) => {
    const rules = handling.logins
      .filter((login) => login.offlineAccess === false)
      .map((login) => addScope(login.call, 'offline_access'));
    return [
      ...remedyOfRule(rules, 'Ask for offline_access'),
      {
        kind: 'steps',
        summary: 'Ask for offline_access',
        steps: [
          {
            text: "Give getAuthorizationUrl the option scopes: ['openid', 'profile', 'email', 'offline_access'].",
            copy: 'offline_access',
          },
          { text: 'Users who are logged in now have to log in once more to get a refresh token.' },
        ],
      },
    ];
  },
});
