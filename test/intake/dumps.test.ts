/** Files, dumps and logs, what is told of them, and that no secret is in it. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { type Artefact, type ArtefactKind, type ArtefactOf, describeIntake, recognise } from '../../src/intake/index.ts';

function only<K extends ArtefactKind>(text: string, kind: K): ArtefactOf<K> {
  const found = recognise(text).artefacts.filter((artefact): artefact is ArtefactOf<K> => artefact.kind === kind);
  expect(found.map((artefact) => artefact.kind)).toEqual([kind]);
  return found[0] as ArtefactOf<K>;
}
const samlXml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0"><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${'x'.repeat(300)}</saml:Assertion></samlp:Response>`;

describe('files and dumps', () => {
  it('a HAR file and what is in it', () => {
    const har = JSON.stringify({
      log: {
        entries: [
          {
            request: { method: 'GET', url: 'https://a.test/cb?error=no_active_connections&error_description=x' },
            response: { status: 302 },
          },
          {
            request: {
              method: 'POST',
              url: 'https://acme.scalekit.dev/sso/v1/saml/conn_1',
              postData: { params: [{ name: 'SAMLResponse', value: Buffer.from(samlXml).toString('base64') }] },
            },
            response: { status: 400 },
          },
        ],
      },
    });
    const intake = recognise(har);
    expect(intake.artefacts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['har', 'callback-url', 'saml-response', 'error-code']),
    );
    expect(intake.pointers[0]?.problem).toBe('connection-not-found');
    expect(intake.artefacts.find(({ kind }) => kind === 'har')?.label).toBe('HAR file with 2 requests, 2 of them failed');
  });

  it('an error of the gateway', () => {
    const text =
      '{"code":5,"message":"organization not found","details":[{"@type":"type.googleapis.com/scalekit.v1.errdetails.ErrorInfo","error_code":"organization_not_found"}]}';
    expect(only(text, 'gateway-error')).toMatchObject({
      code: 5,
      message: 'organization not found',
      errorCode: 'organization_not_found',
    });
  });

  it('an axios error with the code inside', () => {
    const text = `AxiosError: Request failed with status code 400\n    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)\n  config: { url: 'https://acme.scalekit.dev/oauth/token', method: 'post', headers: { Authorization: 'Bearer abcdefgh12345678' } },\n  response: { status: 400, data: { error: 'invalid_grant', error_description: 'code used' } }`;
    expect(only(text, 'axios-error')).toMatchObject({
      status: 400,
      method: 'POST',
      error: 'invalid_grant',
      errorDescription: 'code used',
    });
    expect(JSON.stringify(recognise(text).artefacts.map(({ values }) => values))).not.toContain('abcdefgh1234');
    expect(recognise(text).pointers[0]?.problem).toBe('cannot-refresh');
  });

  it('lines of an env file, secrets masked', () => {
    const env = only(
      '# app\nSCALEKIT_ENVIRONMENT_URL="https://acme.scalekit.dev"\nexport SCALEKIT_CLIENT_ID=skc_1\nSCALEKIT_CLIENT_SECRET=test_verysecretvalue\n',
      'env-file',
    );
    expect(env.entries.map(({ name }) => name)).toEqual([
      'SCALEKIT_ENVIRONMENT_URL',
      'SCALEKIT_CLIENT_ID',
      'SCALEKIT_CLIENT_SECRET',
    ]);
    expect(JSON.stringify(env.values)).not.toContain('test_verysecret');
    expect(env.values['SCALEKIT_ENVIRONMENT_URL']).toBe('https://acme.scalekit.dev');
  });

  it('code with a call that no SDK has', () => {
    const text = "import { ScalekitClient } from '@scalekit-sdk/node';\nconst list = await scalekit.connections.list(orgId);";
    expect(only(text, 'code-snippet')).toMatchObject({ language: 'javascript', calls: ['connections.list'] });
    expect(recognise(text).pointers[0]?.problem).toBe('unknown-sdk-call');
  });

  it.each([
    [
      'javascript',
      'Error: boom\n    at Object.login (/app/src/auth.ts:12:5)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
      'Error',
      '/app/src/auth.ts',
      12,
    ],
    [
      'python',
      'Traceback (most recent call last):\n  File "/app/main.py", line 3, in <module>\n    run()\n  File "/app/auth.py", line 41, in login\n    x()\nscalekit.common.exceptions.ScalekitException: no',
      'scalekit.common.exceptions.ScalekitException',
      '/app/auth.py',
      41,
    ],
    ['go', 'panic: boom\n\ngoroutine 1 [running]:\nmain.login(...)\n\t/app/auth.go:17 +0x1d\n', '', '/app/auth.go', 17],
    [
      'java',
      'Exception in thread "main" com.scalekit.exceptions.APIException: no\n\tat com.acme.Auth.login(Auth.java:9)\n\tat com.acme.Main.main(Main.java:3)',
      'com.scalekit.exceptions.APIException',
      'Auth.java',
      9,
    ],
  ])('a stack trace of %s', (language, text, exception, file, line) => {
    const trace = only(text, 'stack-trace');
    expect(trace).toMatchObject({ language, exception });
    expect(trace.frames[0]).toMatchObject({ file, line });
  });

  it('a log with several errors', () => {
    const log = Array.from(
      { length: 50 },
      (_, index) => `2026-01-01T00:00:${String(index).padStart(2, '0')}Z INFO request ${index}`,
    );
    log.splice(
      20,
      0,
      '2026-01-01T00:00:20Z ERROR invalid_grant',
      '2026-01-01T00:00:20Z ERROR no_active_connections',
      '2026-01-01T00:00:21Z ERROR invalid_grant',
    );
    const intake = recognise(log.join('\n'));
    expect(intake.artefacts.map(({ kind }) => kind)).toContain('log');
    expect(intake.pointers.map(({ problem }) => problem).sort()).toEqual(['cannot-refresh', 'connection-not-found']);
    expect(describeIntake(intake)).toContain('I read: Error invalid_grant: The refresh token or the code is used up, 2 times');
  });
});

describe('what is read', () => {
  it('is told in one line each', () => {
    const lines = describeIntake(recognise('https://a.test/cb?error=access_denied&error_description=no'));
    expect(lines[0]).toBe('I read: Callback URL with error access_denied');
    expect(lines.every((line) => line.startsWith('I read: ') && !line.includes('\n'))).toBe(true);
  });

  it.each([
    ['my client secret test_a1b2c3d4e5f6g7h8i9 is rejected', 'a1b2c3d4'],
    ['refresh token rt-8f14e45fceea167a5a36dedd4bea2543 is invalid since today', '8f14e45f'],
    ['webhook secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw does not verify', 'MfKQ9r8G'],
    ['https://a.test/cb?error=access_denied&error_description=token+8f14e45fceea167a5a36dedd4bea2543+is+bad', '8f14e45f'],
    ['Error: bad key 8f14e45fceea167a5a36dedd4bea2543\n    at login (/app/scalekit.ts:1:1)', '8f14e45f'],
  ])('masks what looks like a secret in “%s”', (text, secret) => {
    const { artefacts, pointers } = recognise(text);
    expect(artefacts.length).toBeGreaterThan(0);
    const told = artefacts.map((artefact) => ({ ...artefact, range: 0 }));
    expect(JSON.stringify([told, pointers])).not.toContain(secret);
  });

  it('leaves ids, codes and addresses alone', () => {
    const { artefacts } = recognise(
      'redirect for org_123456789012345678 fails at http://localhost:3000/auth/callback with signature_validation',
    );
    expect(artefacts.find(({ kind }) => kind === 'sentence')?.values['text']).toContain('org_123456789012345678');
  });

  it('has control codes taken out', () => {
    const shownText = JSON.stringify(
      recognise('\u001b]0;evil\u0007https://a.test/cb?error=access_denied&error_description=%1b%5b31mred').artefacts.map(
        ({ label, values }: Artefact) => [label, values],
      ),
    );
    expect(shownText).not.toMatch(/\\u001b|\\u0007/);
  });

  it('is nothing for nothing', () => {
    expect(recognise('')).toMatchObject({ artefacts: [], pointers: [], nothingOfOurs: 'There is nothing in it to read.' });
  });
});
