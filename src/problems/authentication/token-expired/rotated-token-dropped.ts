/** refreshAccessToken returns a new refresh token each time and the app keeps the old one, which is dead from then on (RFC 9700 §4.14.2). */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { storeRotatedToken } from '../../../patches/rules/store-rotated-token.ts';
import { code } from '../../../probes/code.ts';
import { tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const rotatedTokenDropped = cause({
  id: 'rotated-token-dropped',
  title: 'The rotated refresh token is dropped',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { handling: tokenHandling },
  wants: { code },
  judge: ({ handling }) => {
    if (handling.refreshes.length === 0) return notApplicable('The app does not refresh tokens.');
    const dropped = handling.refreshes.filter((refresh) => refresh.keepsRotated === false);
    const [first] = dropped;
    const unclear = handling.refreshes.find(({ keepsRotated }) => keepsRotated === undefined);
    if (!first && unclear)
      return undecided(
        'What becomes of the refresh token that comes back cannot be followed in the code.',
        'Look whether the new refresh token takes the place of the old one where it is kept.',
        { label: 'The refresh', location: unclear.location },
      );
    if (!first) return ruledOut('The refresh token that comes back is used.');
    return confirmed(
      `${first.call.byHand ? 'A refresh' : 'refreshAccessToken'} returns a new refresh token and makes the old one invalid; the app keeps the old one, so the second refresh fails.`,
      {
        evidence: dropped.map((refresh) => ({
          label: refresh.call.byHand ? 'Answer to the refresh' : 'Result of refreshAccessToken',
          expected: refresh.call.byHand ? 'access_token and refresh_token are stored' : 'accessToken and refreshToken are stored',
          actual: refresh.fieldsRead.length > 0 ? `only ${refresh.fieldsRead.join(', ')}` : 'nothing of it is used',
          location: refresh.location,
          source: 'RFC 9700 §4.14.2',
        })),
      },
    );
  },
  remedy: ({ handling, code }) => {
    const rules = handling.refreshes
      .filter((refresh) => refresh.keepsRotated === false)
      .map((refresh) => storeRotatedToken(refresh.call, code?.modules));
    return [
      ...remedyOfRule(rules, 'Store the refresh token that comes back'),
      {
        kind: 'steps',
        summary: 'Store the refresh token that refreshAccessToken returns',
        steps: [
          { text: 'Replace the stored refresh token by refreshToken of the result, in the same write as the access token.' },
          { text: 'Let only one refresh run at a time for one session: the second would use a dead token.' },
        ],
      },
    ];
  },
});
