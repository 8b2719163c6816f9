/** SAML: the identity provider inside the sandbox, and logins that really go through it. */
import { createHash, verify, X509Certificate } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { authorize, redirectUri, requestToken, rest, sdkFor, start } from './helper.ts';

let sandbox: RunningSandbox;
let clock = Date.now();
beforeAll(async () => {
  sandbox = await start({ state: { login: 'idp' }, now: () => clock });
});
afterAll(() => sandbox.close());

interface Form {
  readonly action: string;
  readonly fields: Record<string, string>;
}

/** The form of a page, as a browser without scripts sees it. */
async function formOf(response: Response): Promise<Form> {
  const html = await response.text();
  const text = (escaped: string): string =>
    escaped.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return {
    action: text(/<form method="post" action="([^"]*)">/.exec(html)?.[1] ?? ''),
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, text(value)])),
  };
}

const post = ({ action, fields }: Form) =>
  fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const xmlOf = ({ fields }: Form): string => Buffer.from(fields['SAMLResponse'] ?? '', 'base64').toString('utf8');
const beginAtApp = async (): Promise<Form> => {
  const sent = await authorize(sandbox, { connection_id: sandbox.line.connectionId ?? '', state: 'st' });
  return formOf(await fetch(sent.headers.get('location') ?? ''));
};
const beginAtIdp = async (): Promise<Form> => formOf(await fetch(`${sandbox.url}/sandbox/idp/start?RelayState=deep`));

describe('a login through the identity provider', () => {
  it('ends at the app with a code', async () => {
    const back = await post(await beginAtApp());
    const { searchParams } = new URL(back.headers.get('location') ?? '');
    expect(searchParams.get('state')).toBe('st');
    const form = { grant_type: 'authorization_code', code: searchParams.get('code') ?? '', redirect_uri: redirectUri };
    const { body } = await requestToken(sandbox, form);
    expect(decodeJwt(String(body['id_token']))).toMatchObject({
      email: sandbox.line.userEmail,
      amr: [sandbox.line.connectionId],
    });
  });

  it('is signed by the certificate of the connection, over the very assertion', async () => {
    const xml = xmlOf(await beginAtApp());
    const { organizationId, connectionId } = sandbox.line;
    const { body } = await rest(sandbox, 'GET', `/api/v1/organizations/${organizationId}/connections/${connectionId}`);
    const saml = body.connection.saml_config;
    const assertion = /<saml:Assertion .*<\/saml:Assertion>/s.exec(xml)?.[0] ?? '';
    const digest = createHash('sha256')
      .update(assertion.replace(/<ds:Signature .*<\/ds:Signature>/s, ''))
      .digest('base64');
    expect(/<ds:DigestValue>([^<]*)</.exec(xml)?.[1]).toBe(digest);
    // Canonical by itself, it declares its own namespace.
    const signedInfo = (/<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(xml)?.[0] ?? '').replace(
      '<ds:SignedInfo>',
      '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
    );
    const signature = Buffer.from(/<ds:SignatureValue>([^<]*)</.exec(xml)?.[1] ?? '', 'base64');
    const certificate = new X509Certificate(saml.idp_certificates[0].certificate);
    expect(verify('sha256', Buffer.from(signedInfo), certificate.publicKey, signature)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(xml).toContain(`Destination="${saml.sp_assertion_url}"`);
    expect(xml).toContain(`<saml:Audience>${saml.sp_entity_id}</saml:Audience>`);
    expect(xml).toContain(`<saml:Issuer>${saml.idp_entity_id}</saml:Issuer>`);
  });

  it('takes no Response ten minutes later', async () => {
    const late = await beginAtApp();
    clock += 10 * 60_000;
    expect(await (await post(late)).text()).toContain('assertion_expired');
    clock -= 10 * 60_000;
  });
});

describe('a login that the identity provider begins', () => {
  it('asks the app to begin one of its own, with claims that the SDK verifies', async () => {
    const back = new URL((await post(await beginAtIdp())).headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe('http://localhost:3000/login');
    const token = back.searchParams.get('idp_initiated_login') ?? '';
    expect(await sdkFor(sandbox).getIdpInitiatedLoginClaims(token)).toMatchObject({
      connection_id: sandbox.line.connectionId,
      organization_id: sandbox.line.organizationId,
      login_hint: sandbox.line.userEmail,
      relay_state: 'deep',
    });
  });

  it('is refused without an initiate-login URL', async () => {
    const { client } = sandbox.state;
    const before = client.initiateLoginUri;
    client.initiateLoginUri = '';
    const answer = await post(await beginAtIdp());
    client.initiateLoginUri = before;
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('invalid_saml_request')]);
  });
});

describe('the test of a connection', () => {
  const test = async (): Promise<Form> => {
    const sent = await fetch(`${sandbox.url}/sso/v1/saml/${sandbox.line.connectionId}/test`, { redirect: 'manual' });
    return formOf(await fetch(sent.headers.get('location') ?? ''));
  };
  const resultIn = async (page: string): Promise<object> => {
    const id = /test_\d+/.exec(page)?.[0] ?? '';
    return (await rest(sandbox, 'GET', `/api/v1/connections/${sandbox.line.connectionId}/test-requests/${id}`)).body;
  };

  it('ends on its own page, and the management API tells how', async () => {
    const page = await (await post(await test())).text();
    expect(await resultIn(page)).toMatchObject({ status: 'SUCCESS', user_info: '{"email":"ada@acme.example"}' });
  });

  it('tells what was wrong, in place of the app', async () => {
    sandbox.setFaults(['saml-validation-failed/audience-wrong']);
    const answer = await post(await test());
    sandbox.setFaults([]);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('invalid_saml_response')]);
  });

  it('knows no other', async () => {
    const path = `/api/v1/connections/${sandbox.line.connectionId}/test-requests/test_1`;
    expect((await rest(sandbox, 'GET', path)).status).toBe(404);
  });
});

it('the identity provider answers who leaves the address open, too', async () => {
  const issuer = `${sandbox.url}/sso/v1/saml/${sandbox.line.connectionId}`;
  const names = 'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
  const xml = `<samlp:AuthnRequest ${names} ID="_1" Version="2.0"><saml:Issuer>${issuer}</saml:Issuer></samlp:AuthnRequest>`;
  const body = new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') });
  const form = await formOf(await fetch(`${sandbox.url}/sandbox/idp/sso`, { method: 'POST', body }));
  expect([form.action, xmlOf(form)]).toEqual([`${issuer}/callback`, expect.stringContaining('InResponseTo="_1"')]);
});

describe('metadata', () => {
  it('of both sides names what the connection names', async () => {
    const { organizationId, connectionId } = sandbox.line;
    const { body } = await rest(sandbox, 'GET', `/api/v1/organizations/${organizationId}/connections/${connectionId}`);
    const saml = body.connection.saml_config;
    const idp = await (await fetch(saml.idp_metadata_url)).text();
    const bare = saml.idp_certificates[0].certificate.replace(/-----[A-Z ]+-----|\s/g, '');
    for (const value of [`entityID="${saml.idp_entity_id}"`, `Location="${saml.idp_sso_url}"`, bare])
      expect(idp).toContain(value);
    const sp = await (await fetch(saml.sp_metadata_url)).text();
    for (const value of [`entityID="${saml.sp_entity_id}"`, `Location="${saml.sp_assertion_url}"`]) expect(sp).toContain(value);
  });

  it.each(['/sso/v1/saml/conn_1/metadata', '/sandbox/idp/start?connection_id=conn_1'])('%s is not found', async (path) => {
    expect((await fetch(`${sandbox.url}${path}`)).status).toBe(404);
  });

  it.each(['', 'SAMLRequest=AAAA', `SAMLRequest=${encodeURIComponent(Buffer.from('<x/>').toString('base64'))}`])(
    'the identity provider refuses the request %s',
    async (query) => {
      const response = await fetch(`${sandbox.url}/sandbox/idp/sso?${query}`);
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringMatching(/invalid_saml_request|invalid_acs_url/),
      ]);
    },
  );
});
