/** Each kind of artefact, alone and among others; secrets never in what may be shown. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { type Artefact, type ArtefactKind, type ArtefactOf, describeIntake, recognise } from '../../src/intake/index.ts';

function only<K extends ArtefactKind>(text: string, kind: K): ArtefactOf<K> {
  const found = recognise(text).artefacts.filter((artefact): artefact is ArtefactOf<K> => artefact.kind === kind);
  expect(found.map((artefact) => artefact.kind)).toEqual([kind]);
  return found[0] as ArtefactOf<K>;
}
const kinds = (text: string): ArtefactKind[] => recognise(text).artefacts.map(({ kind }) => kind);
const jwtOf = (claims: object): string =>
  `${Buffer.from('{"alg":"RS256","kid":"k1"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJlLXNpZ25hdHVyZQ`;
const samlXml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0"><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${'x'.repeat(300)}</saml:Assertion></samlp:Response>`;

describe('addresses', () => {
  it('a callback with an error', () => {
    const url = only(
      'https://app.acme.test/auth/callback?error=invalid_redirect_uri&error_description=The+URI%20is+not+allowed&state=xyz',
      'callback-url',
    );
    expect(url).toMatchObject({
      redirectUri: 'https://app.acme.test/auth/callback',
      error: 'invalid_redirect_uri',
      errorDescription: 'The URI is not allowed',
      state: 'xyz',
    });
    expect(url.label).toBe('Callback URL with error invalid_redirect_uri');
  });

  it('a callback with a code, which is masked', () => {
    const url = only('GET /auth/callback?code=Zm9vYmFyYmF6cXV4MTIzNA&state=abc HTTP/1.1', 'callback-url');
    expect(url.code?.reveal()).toBe('Zm9vYmFyYmF6cXV4MTIzNA');
    expect(JSON.stringify([url.values, url.label])).not.toContain('Zm9vYmFy');
  });

  it.each([
    ['only the query', '?error=access_denied&error_description=no'],
    ['a fragment', 'https://a.test/cb#error=access_denied&error_description=no'],
    ['a phone app', 'com.acme.app://callback?error=access_denied&error_description=no'],
    ['HTML entities', '<a href="https://a.test/cb?error=access_denied&amp;error_description=no">'],
    ['JSON', '{"url":"https:\\/\\/a.test\\/cb?error=access_denied\\u0026error_description=no"}'],
    ['a torn line', 'https://a.test/cb?error=access_denied&error_descri\nption=no&state=1'],
    ['Markdown', 'see [this](https://a.test/cb?error=access_denied&error_description=no).'],
  ])('a callback as %s', (_, text) => {
    expect(only(text, 'callback-url')).toMatchObject({ error: 'access_denied', errorDescription: 'no' });
  });

  it('an authorize request with all its parameters', () => {
    const url = only(
      'https://acme.scalekit.dev/oauth/authorize?response_type=code&client_id=skc_123&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&scope=openid%20email&state=s1&organization_id=org_1',
      'authorize-url',
    );
    expect(url.environmentUrl).toBe('https://acme.scalekit.dev');
    expect(Object.fromEntries(url.parameters)).toEqual({
      response_type: 'code',
      client_id: 'skc_123',
      redirect_uri: 'http://localhost:3000/callback',
      scope: 'openid email',
      state: 's1',
      organization_id: 'org_1',
    });
  });

  it('an authorize request under a doubled slash', () => {
    expect(
      only('https://acme.scalekit.dev//oauth/authorize?response_type=code&client_id=skc_1&state=1', 'authorize-url')
        .environmentUrl,
    ).toBe('https://acme.scalekit.dev');
  });

  it('a bare redirect URI', () => {
    expect(only('http://localhost:3000/auth/callback', 'redirect-uri').uri).toBe('http://localhost:3000/auth/callback');
  });
});

describe('tokens', () => {
  it('a JWT with its claims', () => {
    const token = jwtOf({ iss: 'https://acme.scalekit.dev', aud: ['skc_1'], exp: 1_700_000_000 });
    const jwt = only(`my token: ${token} what now?`, 'jwt');
    expect(jwt.claims['iss']).toBe('https://acme.scalekit.dev');
    expect(jwt.token.reveal()).toBe(token);
    expect(jwt.values['exp']).toBe('2023-11-14T22:13:20Z');
    expect(JSON.stringify(jwt.values)).not.toContain(token.slice(0, 40));
    expect(recognise(token, { now: 1_800_000_000_000 }).pointers[0]?.problem).toBe('token-expired');
    expect(recognise(token, { now: 1_600_000_000_000 }).pointers).toEqual([]);
  });

  it('a JWT torn by a terminal', () => {
    const token = jwtOf({ iss: 'https://acme.scalekit.dev', exp: 1, padding: 'x'.repeat(200) });
    const torn = token.match(/.{1,80}/g)?.join('\n') ?? '';
    expect(only(torn, 'jwt').token.reveal()).toBe(token);
  });

  it('no JWT where there is none', () => {
    expect(kinds('eyJub3QiOiJhIHRva2VuIn0 eyJ.eyJ.x eyJhbGciOiJub25l')).not.toContain('jwt');
  });

  it.each([
    ['JSON', '{"access_token":"at_1234567890","expires_in":299,"scope":"openid profile","token_type":"Bearer"}'],
    ['an inspected object', "{ accessToken: 'at_1234567890', expiresIn: 299, scope: 'openid profile' }"],
  ])('a token response as %s', (_, text) => {
    const response = only(text, 'token-response');
    expect(response.accessToken?.reveal()).toBe('at_1234567890');
    expect(response).toMatchObject({ expiresIn: 299, scope: 'openid profile' });
    expect(response.label).toBe('Token response without a refresh token');
    expect(recognise(text).pointers[0]?.problem).toBe('cannot-refresh');
  });
});

describe('SAML', () => {
  const base64 = Buffer.from(samlXml).toString('base64');
  it.each([
    ['xml', samlXml],
    ['xml', samlXml.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ['base64', base64],
    ['base64', `SAMLResponse=${base64}`],
    ['base64', base64.match(/.{1,76}/g)?.join('\r\n') ?? ''],
    ['url-encoded', `RelayState=&SAMLResponse=${encodeURIComponent(base64)}`],
    ['base64', `<input type="hidden" name="SAMLResponse" value="${base64}"/>`],
  ])('a response as %s', (encoding, text) => {
    const response = only(text, 'saml-response');
    expect(response.encoding).toBe(encoding);
    const plain =
      encoding === 'xml'
        ? response.content.reveal()
        : Buffer.from(decodeURIComponent(response.content.reveal()), 'base64').toString();
    expect(plain).toBe(samlXml);
  });

  it('metadata', () => {
    const xml =
      '<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://www.okta.com/exk1"><md:IDPSSODescriptor/></md:EntityDescriptor>';
    expect(only(xml, 'saml-metadata')).toMatchObject({ entityId: 'http://www.okta.com/exk1' });
  });
});

describe('webhook deliveries', () => {
  const body = '{"type":"organization.directory.user_created","data":{"name":"Zoë \\"Z\\""}}';
  const signature = 'v1,c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl';
  it.each([
    [
      'http',
      `POST /webhook HTTP/1.1\r\nHost: a.test\r\nWebhook-Id: msg_1\r\nWebhook-Timestamp: 1700000000\r\nWebhook-Signature: ${signature}\r\n\r\n${body}`,
    ],
    [
      'curl',
      `curl -X POST https://a.test/webhook -H 'webhook-id: msg_1' \\\n  -H "webhook-timestamp: 1700000000" -H 'webhook-signature: ${signature}' --data-raw '${body}'`,
    ],
    [
      'json',
      JSON.stringify({
        headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': '1700000000', 'webhook-signature': [signature] },
        body,
      }),
    ],
    ['headers', `webhook-id: msg_1\nwebhook-timestamp: 1700000000\nwebhook-signature: ${signature}\n${body}`],
  ])('as %s, the body byte for byte', (source, text) => {
    const delivery = only(text, 'webhook-delivery');
    expect(delivery).toMatchObject({ source, body });
    expect(delivery.headers).toMatchObject({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': signature,
    });
    expect(JSON.stringify(delivery.values)).not.toContain('c2lnbmF0');
  });
});

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
    expect(intake.artefacts.find(({ kind }) => kind === 'har')?.label).toBe('HAR file with 2 requests, 1 of them failed');
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
