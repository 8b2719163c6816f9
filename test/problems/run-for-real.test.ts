/**
 * Code remedies, proved by running the app: it fails with the official SDK against the sandbox as the finding says, and works after the
 * patch.
 */
import { importPKCS8, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestApp } from './app.ts';
import { broken, deliverTo, endAll, mend, serve } from './running-app.ts';

afterEach(endAll);

/** The access token is let expire by the sandbox's own clock: three visits, each with an expired token. */
async function threeVisits(app: TestApp): Promise<number[]> {
  const browser = await serve(app);
  app.sandbox.state.client.accessTokenLifetime = 0;
  await browser.login();
  const statuses: number[] = [];
  for (let visit = 0; visit < 3; visit++) statuses.push((await browser.open('/me')).status);
  return statuses;
}

describe('the patched app', () => {
  it('logs in where the two calls disagreed', async () => {
    const app = await broken('redirect-uri-mismatch/calls-disagree');
    expect(await (await serve(app)).login()).toBe(400);
    await mend(app, 'redirect-uri-mismatch/calls-disagree');
    expect(await (await serve(app)).login()).toBe(302);
  });

  it('reads its settings where the env file was never loaded', async () => {
    const app = await broken('invalid-client/env-not-loaded');
    await expect(serve(app)).rejects.toThrow('did not start');
    await mend(app, 'invalid-client/env-not-loaded');
    expect(await (await serve(app)).login()).toBe(302);
  });

  it('refreshes where no refresh token was asked for', async () => {
    const app = await broken('token-expired/no-offline-access');
    expect(await threeVisits(app)).toEqual([500, 500, 500]);
    await mend(app, 'token-expired/no-offline-access');
    expect(await threeVisits(app)).toEqual([200, 200, 200]);
  });

  it('refreshes a second time where the rotated token was dropped', async () => {
    const app = await broken('token-expired/rotated-token-dropped');
    expect(await threeVisits(app)).toEqual([200, 500, 500]);
    await mend(app, 'token-expired/rotated-token-dropped');
    expect(await threeVisits(app)).toEqual([200, 200, 200]);
  });

  it.each(['redirect-uri-mismatch/not-registered', 'invalid-client/value-mangled', 'invalid-client/variable-misnamed'])(
    'logs in after the env file was mended: %s',
    async (cause) => {
      const app = await broken(cause);
      const before = await serve(app).then(
        (browser) => browser.login(),
        () => 'did not start',
      );
      expect(before).not.toBe(302);
      await mend(app, cause);
      expect(await (await serve(app)).login()).toBe(302);
    },
  );

  it.each([
    'signature-verification/parsed-body',
    'signature-verification/unknown-function',
    'signature-verification/wrong-arguments',
  ])('verifies a signed delivery: %s', async (cause) => {
    const app = await broken(cause);
    // JSON.stringify happens to write the sandbox's compact bodies as they were.
    if (!cause.endsWith('parsed-body')) expect(await deliverTo(await serve(app), app)).not.toBe(200);
    await mend(app, cause);
    expect(await deliverTo(await serve(app), app)).toBe(200);
  });

  it('takes a login that the identity provider starts', async () => {
    const app = await broken('idp-initiated-login/assertion-ignored');
    await mend(app, 'idp-initiated-login/assertion-ignored');
    const browser = await serve(app);
    const assertion = await idpInitiated(app);
    const { status, location } = await browser.open(`/login?idp_initiated_login=${assertion}`);
    expect(status).toBe(302);
    expect(new URL(location).searchParams.get('connection_id')).toBe(app.sandbox.line.connectionId);
  });
});

/** The assertion that Scalekit hands to the initiate-login URL, signed by the environment. */
async function idpInitiated({ sandbox }: TestApp): Promise<string> {
  const { keys } = (await (await fetch(`${sandbox.url}/keys`)).json()) as { keys: { kid: string }[] };
  return new SignJWT({
    connection_id: sandbox.line.connectionId,
    organization_id: sandbox.line.organizationId,
    login_hint: 'ada@acme.example',
  })
    .setProtectedHeader({ alg: 'RS256', kid: keys[0]?.kid ?? '' })
    .setIssuer(sandbox.url)
    .setAudience(sandbox.line.clientId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importPKCS8(sandbox.state.signingKey, 'RS256'));
}
