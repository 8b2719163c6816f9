/** Apps that take no provider on plain http get the sandbox by https, under an authority that this child alone trusts. */
import { describe, expect, it } from 'vitest';
import { refusedAddress } from '../../src/rehearsal/stage/refused-address.ts';
import { play } from './playing.ts';
import { rehearsalApp } from './rehearsal-app.ts';

describe('an app that insists on https', { timeout: 60_000 }, () => {
  it('is sound in every act where its library does', async () => {
    const { folder } = await rehearsalApp('rehearsal/openid-client');
    const { faults, acts, notJudged } = await play(folder);
    expect(faults).toEqual([]);
    expect(acts.find(({ id }) => id === 'login')?.outcome, notJudged.join('\n')).toBe('sound');
    const addresses = acts.flatMap(({ exchanges }) =>
      exchanges.flatMap(({ answer = '' }) => /https?:\/\/127[^/]+/.exec(answer)?.[0] ?? []),
    );
    expect(addresses.every((address) => address.startsWith('https:'))).toBe(true);
  });

  it('is seen by what it says, and started once more', async () => {
    const { folder, edit } = await rehearsalApp('rehearsal/express');
    const check = "if (!process.env.SCALEKIT_ENVIRONMENT_URL.startsWith('https://')) throw new Error('It must use https');";
    edit('server.js', (text) => text.replace('const sessions', `${check}\nconst sessions`));
    const { acts, notJudged } = await play(folder, 'login');
    expect(acts.find(({ id }) => id === 'login')?.outcome, notJudged.join('\n')).toBe('sound');
  });

  it.each([
    ['OAUTH_HTTP_REQUEST_FORBIDDEN', 'https'],
    ['oauthlib.oauth2.rfc6749.errors.InsecureTransportError: (insecure_transport) OAuth 2 MUST utilize https.', 'https'],
    ['java.lang.IllegalArgumentException: Invalid host or port: 127.0.0.1:41234 443', 'portless'],
    ['listening on https://localhost:3000', undefined],
    ['', undefined],
  ])('by "%s": %s', (output, need) => {
    const rehearsed = { command: '', port: 0, acts: [], shown: [], notes: [] };
    expect(refusedAddress({ kind: 'not-started', why: '', output, rehearsed, leftOver: [] })).toBe(need);
  });
});
