/** What support asks for first, drawn from what was pasted and what was found; and the lines of code that go along. */
import { describe, expect, it } from 'vitest';
import { excerptsRound } from '../../src/bundle/excerpts.ts';
import { claimsOf } from '../../src/commands/bundle-claims.ts';
import { narrativeOf } from '../../src/commands/bundle-narrative.ts';
import { chosenSymptom, noSymptom } from '../../src/diagnosis/symptom.ts';
import { recognise } from '../../src/intake/index.ts';
import { sampleInput } from './sample.ts';

const now = '2026-02-03T04:05:06.000Z';

function narrative(text: string | undefined, chosen: readonly string[] = []) {
  const { report, exchanges } = sampleInput();
  const pasted = text === undefined ? undefined : recognise(text);
  return narrativeOf({ report, exchanges, pasted, text, symptom: chosen.length > 0 ? chosenSymptom(chosen) : noSymptom, now });
}

function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', kid: 'snk_1', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature-bytes-12345678').toString('base64url')}`;
}

const SAML = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Destination="https://acme.scalekit.dev/sso/v1/saml/conn_77/callback" IssueInstant="2026-01-02T03:04:05Z"><saml:Issuer>https://idp.example.com</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="_2"><saml:Issuer>https://idp.example.com</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">jdoe-4711</saml:NameID></saml:Subject><saml:AttributeStatement><saml:Attribute Name="urn:oid:2.5.4.4"><saml:AttributeValue>Doewood</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>`;

describe('the narrative', () => {
  it('has the full text of the error, its time with its zone, and the ids in it', () => {
    const text =
      '2026-01-30T10:11:12+05:30 ERROR error=invalid_connection_selector error_description="no connection conn_7788 in org_4455 of env_12"\n    at login (src/auth.js:3:1)';
    expect(narrative(text)).toMatchObject({
      symptom: text,
      occurredAt: '2026-01-30T10:11:12+05:30',
      connectionId: 'conn_7788',
      organizationId: 'org_4455',
      environmentId: 'env_12',
      environmentUrl: 'https://acme.scalekit.dev',
      clientId: 'skc_12345678',
      requestIds: [{ name: 'x-request-id', value: 'req_0190a5' }],
    });
  });

  it('falls back on the first failed answer for the time, and says how the symptom was chosen', () => {
    expect(narrative(undefined)).toMatchObject({
      occurredAt: '2026-01-02T03:04:05.000Z',
      symptom: expect.stringContaining('no symptom'),
    });
    expect(narrative(undefined, ['invalid-client']).symptom).toBe('Chosen from the list: invalid-client');
    const { report } = sampleInput();
    expect(narrativeOf({ report, exchanges: [], symptom: noSymptom, now }).occurredAt).toBe(now);
  });

  it('has the message id and the time of a webhook delivery', () => {
    const text =
      'POST /webhooks HTTP/1.1\nwebhook-id: msg_4711\nwebhook-timestamp: 1767323045\nwebhook-signature: v1,abc=\n\n{"a":1}';
    expect(narrative(text).webhook).toEqual({ messageId: 'msg_4711', deliveredAt: '2026-01-02T03:04:05.000Z' });
  });

  it('has steps that name the request that failed and the place in the code', () => {
    const steps = narrative(undefined).stepsToReproduce?.join('\n') ?? '';
    expect(steps).toMatch(/Send POST https:\/\/acme\.scalekit\.dev\/oauth\/token\?debug=1: the answer is 401; exchange-1/);
    expect(steps).toContain('Look at .env:3:');
  });

  it('leaves tokens and assertions out of the text: their claims stand elsewhere, without people', async () => {
    const token = jwt({ sub: 'usr_1', name: 'Jane Doe' });
    const text = `login failed with ${token} and ${SAML} in conn_77`;
    const { symptom } = narrative(text);
    expect(symptom).toMatch(/^login failed with \[.*JWT.*\] and \[.*SAML.*\] in conn_77$/i);
    const claims = await claimsOf(recognise(text));
    expect(claims).toMatchObject([
      { source: 'jwt', claims: { header: { alg: 'RS256' }, claims: { sub: 'usr_1', name: 'Jane Doe' } } },
      {
        source: 'SAMLResponse',
        claims: {
          issuer: 'https://idp.example.com',
          status: 'Success',
          nameId: 'jdoe-4711',
          attributes: { 'urn:oid:2.5.4.4': ['Doewood'] },
        },
      },
    ]);
  });

  it('has of a HAR the exchanges of the login, each in a line, without what else their addresses hold', () => {
    const entry = (url: string, status: number) => ({
      request: { method: 'GET', url, headers: [{ name: 'Cookie', value: 'session=c00kie-of-the-day' }] },
      response: { status, content: { text: 'a page about Jane Doe' } },
    });
    const har = JSON.stringify({
      log: {
        entries: [
          entry('https://mail.example.com/inbox?q=private', 200),
          entry('https://acme.scalekit.dev/oauth/authorize?client_id=skc_1&state=s3cr3t-state&login_hint=jane@acme.com', 302),
          entry('https://app.acme.com/auth/callback?code=c0de-in-the-url&error=access_denied', 200),
          entry('https://api.acme.com/me', 401),
        ],
      },
    });
    const { symptom } = narrative(har);
    expect(symptom.split('\n').slice(1)).toEqual([
      'GET https://acme.scalekit.dev/oauth/authorize?client_id=skc_1&state=…&login_hint=… → 302',
      'GET https://app.acme.com/auth/callback?code=…&error=access_denied → 200',
      'GET https://api.acme.com/me → 401',
    ]);
  });

  it('cuts an endless text, and says so', () => {
    const { symptom } = narrative(`error=access_denied ${'x '.repeat(50_000)}`);
    expect(symptom.length).toBeLessThan(20_100);
    expect(symptom).toMatch(/\d+ more characters were left out\.$/);
  });
});

describe('excerpts', () => {
  const text = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`).join('\r\n');
  const round = (...lines: number[]) =>
    excerptsRound(
      lines.map((line) => ({ file: 'a.js', line })),
      () => text,
    ).map(({ startLine, text: shown }) => [startLine, startLine + shown.split('\n').length - 1]);

  it('have ten lines before and after, as far as there are any', () => {
    expect(round(50)).toEqual([[40, 60]]);
    expect(round(1)).toEqual([[1, 11]]);
    expect(round(100)).toEqual([[90, 100]]);
    expect(round(0, 101)).toEqual([]);
  });

  it('are one piece where findings are near each other, with ten lines round each', () => {
    expect(round(57, 50)).toEqual([[40, 67]]);
    expect(round(30, 51)).toEqual([[20, 61]]);
    expect(round(30, 52)).toEqual([
      [20, 40],
      [42, 62],
    ]);
  });

  it('leave out what cannot be read, and shorten lines that are whole files', () => {
    expect(excerptsRound([{ file: 'gone.js', line: 1 }], () => undefined)).toEqual([]);
    const [minified] = excerptsRound([{ file: 'a.js', line: 1 }], () => 'x'.repeat(9_000));
    expect(minified?.text).toMatch(/^x{400}… 8600 more characters$/);
  });
});
