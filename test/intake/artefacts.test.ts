/** Each kind of artefact, alone and among others; secrets never in what may be shown. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { type ArtefactKind, type ArtefactOf, recognise } from '../../src/intake/index.ts';

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

const har = (postData: object): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        {
          request: { method: 'POST', url: 'https://acme.scalekit.dev/sso/v1/saml/conn_1/callback', postData },
          response: { status: 400 },
        },
      ],
    },
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
    ['url-encoded', har({ text: `RelayState=&SAMLResponse=${encodeURIComponent(base64)}` })],
    ['base64', har({ params: [{ name: 'SAMLResponse', value: base64 }] })],
  ])('a response as %s', (encoding, text) => {
    const response = only(text, 'saml-response');
    expect(response.encoding).toBe(encoding);
    const plain =
      encoding === 'xml'
        ? response.content.reveal()
        : Buffer.from(decodeURIComponent(response.content.reveal()), 'base64').toString();
    expect(plain).toBe(samlXml);
  });

  it.each(['<!DOCTYPE a [<!ENTITY b "c">]>', '<!-- from the IdP -->', '\ufeff'])('a response behind %j in base64', (before) => {
    expect(only(Buffer.from(`${before}${samlXml}`).toString('base64'), 'saml-response').encoding).toBe('base64');
  });

  it('an address of Scalekit’s own is no redirect URI of the app’s', () => {
    const kinds = recognise(har({ params: [{ name: 'SAMLResponse', value: base64 }] })).artefacts.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['har', 'saml-response']);
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
