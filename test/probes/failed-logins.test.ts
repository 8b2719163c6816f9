/** The last logins that failed are those of people: probes of this program are recorded too, and are left out. */
import { afterEach, expect, it } from 'vitest';
import { openDiagnosis } from '../../src/commands/diagnosis.ts';
import { listFailedLogins } from '../../src/commands/failed-logins.ts';
import { optionsFor, quietIo, startApp, type TestApp } from '../problems/app.ts';

const open: TestApp[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

it('lists a login of somebody and none of the program’s own', async () => {
  const app = await startApp();
  open.push(app);
  const { url, clientId, organizationId } = app.sandbox.line;
  const ask = (state: string, redirectUri: string) =>
    fetch(
      `${url}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: clientId, scope: 'openid', state, redirect_uri: redirectUri, organization_id: organizationId, connection_id: 'conn_1' })}`,
      { redirect: 'manual' },
    );
  await ask('scalekit-fix', 'http://localhost:3000/auth/callback');
  await ask('abc', 'https://scalekit-fix.invalid/callback');
  await ask('xyz', 'http://localhost:3000/auth/callback');
  const context = openDiagnosis(optionsFor(app.folder), quietIo());
  const listed = await listFailedLogins(context, new AbortController().signal);
  expect(listed).toMatchObject({
    ok: true,
    logins: [{ title: expect.stringMatching(/UTC · invalid_redirect_uri · org_\d+ · conn_1/) }],
  });
});
