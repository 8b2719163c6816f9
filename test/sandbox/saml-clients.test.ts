/** SAML with independent libraries on the other side: node-saml takes what the sandbox's identity provider issues, samlify signs what its service provider takes. */
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { type ForeignIdp, foreignIdp, keyPair, type Saying } from './clients/saml-idp.ts';
import { authorize, redirectUri, requestToken, rest, start } from './helper.ts';

const base64 = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');

describe('the identity provider of the sandbox, before node-saml', () => {
  let sandbox: RunningSandbox;
  let settings: Record<string, string>;
  const path = (): string => `/api/v1/organizations/${sandbox.line.organizationId}/connections/${sandbox.line.connectionId}`;
  beforeAll(async () => {
    sandbox = await start();
    settings = (await rest(sandbox, 'GET', path())).body.connection.saml_config;
  });
  afterAll(() => sandbox.close());

  const serviceProvider = (more: object = {}): SAML => {
    const metadata = sandbox.state.resources?.['connections']?.[sandbox.line.connectionId ?? '']?.['saml_config'];
    const { idp_certificates } = metadata as unknown as { idp_certificates: { certificate: string }[] };
    return new SAML({
      entryPoint: settings['idp_sso_url'] ?? '',
      issuer: settings['sp_entity_id'] ?? '',
      callbackUrl: settings['sp_assertion_url'] ?? '',
      audience: settings['sp_entity_id'] ?? '',
      idpCert: idp_certificates.map(({ certificate }) => certificate),
      idpIssuer: settings['idp_entity_id'] ?? '',
      validateInResponseTo: ValidateInResponseTo.always,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: false,
      ...more,
    });
  };
  const answerTo = async (sp: SAML): Promise<{ SAMLResponse: string }> => {
    const html = await (await fetch(await sp.getAuthorizeUrlAsync('relay', undefined, {}))).text();
    return { SAMLResponse: /name="SAMLResponse" value="([^"]+)"/.exec(html)?.[1] ?? '' };
  };

  it('issues what it takes: signature, audience, times and InResponseTo', async () => {
    const sp = serviceProvider();
    const { profile } = await sp.validatePostResponseAsync(await answerTo(sp));
    expect(profile).toMatchObject({ nameID: 'ada@acme.example', email: 'ada@acme.example', givenName: 'Ada', id: 'ada' });
  });

  it.each([
    ['SAML_ONLY_RESPONSE_SIGNING', { wantAssertionsSigned: false, wantAuthnResponseSigned: true }],
    ['SAML_RESPONSE_ASSERTION_SIGNING', { wantAuthnResponseSigned: true }],
    ['SAML_ONLY_ASSERTION_SIGNING', {}],
  ])('signs what the connection asks for: %s', async (saml_signing_option, wants) => {
    await rest(sandbox, 'PATCH', path(), { provider: 'CUSTOM', type: 'SAML', saml_config: { saml_signing_option } });
    const sp = serviceProvider(wants);
    const { profile } = await sp.validatePostResponseAsync(await answerTo(sp));
    expect(profile?.nameID).toBe('ada@acme.example');
  });

  it.each([
    ['saml-validation-failed/signature-broken', 'signature'],
    ['saml-validation-failed/audience-wrong', 'audience'],
    ['saml-validation-failed/times-wrong', 'not yet valid'],
    ['saml-validation-failed/status-not-success', 'Responder'],
    ['saml-validation-failed/malformed', ''],
    ['saml-validation-failed/encrypted', ''],
  ])('is refused by it with %s', async (fault, why) => {
    sandbox.setFaults([fault]);
    const sp = serviceProvider();
    await expect(answerTo(sp).then((answer) => sp.validatePostResponseAsync(answer))).rejects.toThrow(new RegExp(why, 'i'));
    sandbox.setFaults([]);
  });
});

describe('the assertion consumer service, before samlify', () => {
  let sandbox: RunningSandbox;
  let idp: ForeignIdp;
  beforeAll(async () => {
    sandbox = await start({ state: { login: 'idp' } });
    idp = await foreignIdp(sandbox);
  });
  afterAll(() => sandbox.close());

  const begin = async () => {
    const sent = await authorize(sandbox, { connection_id: sandbox.line.connectionId ?? '', state: 'st' });
    return idp.readRequest(sent.headers.get('location') ?? '');
  };
  const post = (fields: Record<string, string>) =>
    fetch(idp.acs, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const logInWith = async (saying: Saying, alter: (xml: string) => string = (xml) => xml) => {
    const { id, relayState } = await begin();
    const xml = idp.answer({ inResponseTo: id, ...saying });
    const response = await post({ SAMLResponse: base64(alter(xml)), RelayState: relayState });
    return new URL(response.headers.get('location') ?? 'none:').searchParams;
  };

  it('logs in whom a signed assertion names, and says so in the tokens', async () => {
    const back = await logInWith({});
    expect(back.get('state')).toBe('st');
    const form = { grant_type: 'authorization_code', code: back.get('code') ?? '', redirect_uri: redirectUri };
    const { body } = await requestToken(sandbox, form);
    expect(decodeJwt(String(body['id_token']))).toMatchObject({ email: 'ada@acme.example', amr: [sandbox.line.connectionId] });
  });

  it('makes a member of whoever is not known yet', async () => {
    const back = await logInWith({ email: 'new.person@acme.example' });
    expect(back.get('code')).toMatch(/./);
    const { body } = await rest(sandbox, 'GET', `/api/v1/organizations/${sandbox.line.organizationId}/users?page_size=30`);
    expect(JSON.stringify(body)).toContain('new.person@acme.example');
  });

  it.each<[string, Saying]>([
    ['the Response', { signs: ['response'] }],
    ['both', { signs: ['assertion', 'response'] }],
    ['the assertion, with SHA-512', { algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' }],
  ])('takes a signature over %s', async (_what, saying) => {
    expect((await logInWith(saying)).get('code')).toMatch(/./);
  });

  it.each<[string, string, Saying]>([
    ['signature_validation_failed', 'nothing is signed', { signs: [] }],
    ['signature_validation_failed', 'another key signed', { signedBy: keyPair() }],
    ['signature_validation_failed', 'it is SHA-1', { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }],
    ['invalid_acs_url', 'the Destination is another', { destination: 'https://elsewhere.example/acs' }],
    ['invalid_assertion_url', 'the Recipient is another', { recipient: 'https://elsewhere.example/acs' }],
    ['invalid_saml_response', 'the Audience is another', { audience: 'https://elsewhere.example' }],
    ['invalid_saml_response', 'the Issuer is another', { issuer: 'https://elsewhere.example' }],
    ['invalid_saml_response', 'it answers a request of nobody', { inResponseTo: '_nobodys' }],
    ['invalid_saml_response', 'it is of tomorrow', { clock: 86_400_000 }],
    ['assertion_expired', 'it is of yesterday', { clock: -86_400_000 }],
    ['response_expired', 'it was issued half an hour ago', { clock: -1_800_000, lasts: 3_600_000 }],
    ['invalid_status', 'the identity provider refused', { status: 'AuthnFailed' }],
    ['mandatory_attribute_missing', 'nobody is named', { email: 'ada' }],
  ])('answers the app with %s when %s', async (error, _why, saying) => {
    const back = await logInWith(saying);
    expect([back.get('error'), back.get('state'), back.get('code')]).toEqual([error, 'st', null]);
  });

  const wrapped = (xml: string): string => {
    const assertion = /<saml:Assertion .*<\/saml:Assertion>/s.exec(xml)?.[0] ?? '';
    const forged = assertion
      .replace(/<ds:Signature.*<\/ds:Signature>/s, '')
      .replace(/ID="_a/, 'ID="_evil')
      .replaceAll('ada@', 'eve@');
    return xml.replace(assertion, () => `${forged}${assertion}`);
  };
  it.each<[string, string, (xml: string) => string]>([
    ['signature_validation_failed', 'somebody else is named', (xml) => xml.replaceAll('ada@', 'eve@')],
    ['signature_validation_failed', 'the signature is cut out', (xml) => xml.replace(/<ds:Signature.*<\/ds:Signature>/s, '')],
    ['invalid_saml_response', 'a forged assertion lies beside the signed one', wrapped],
    [
      'invalid_saml_response',
      'a comment cuts the name in two',
      (xml) => xml.replaceAll('ada@acme.example<', 'ada@acme.example<!-- -->.evil<'),
    ],
    ['malformed_saml_response', 'it declares entities', (xml) => `<!DOCTYPE x [<!ENTITY e "e">]>${xml}`],
    ['malformed_saml_response', 'it is cut off', (xml) => xml.slice(0, 400)],
  ])('answers the app with %s when %s', async (error, _why, alter) => {
    expect((await logInWith({}, alter)).get('error')).toBe(error);
  });

  it('takes an assertion once, and answers on its own page when nobody asked', async () => {
    const { id, relayState } = await begin();
    const fields = { SAMLResponse: base64(idp.answer({ inResponseTo: id })), RelayState: relayState };
    expect(new URL((await post(fields)).headers.get('location') ?? '').searchParams.get('code')).toMatch(/./);
    const again = await post(fields);
    expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('invalid_saml_response')]);
    const garbage = await post({ SAMLResponse: 'AAAA' });
    expect([garbage.status, await garbage.text()]).toEqual([400, expect.stringContaining('malformed_saml_response')]);
    expect(await (await post({})).text()).toContain('invalid_saml_form_params');
  });

  it('hands an unasked Response to the app, where that is allowed', async () => {
    const fields = () => ({ SAMLResponse: base64(idp.answer({})), RelayState: 'deep' });
    const back = new URL((await post(fields())).headers.get('location') ?? '');
    expect(decodeJwt(back.searchParams.get('idp_initiated_login') ?? '')).toMatchObject({
      login_hint: 'ada@acme.example',
      relay_state: 'deep',
    });
    sandbox.setFaults(['idp-initiated-login/not-allowed']);
    expect(await (await post(fields())).text()).toContain('invalid_saml_request');
    sandbox.setFaults([]);
  });

  it('keeps the refused logins where support looks for them', async () => {
    await logInWith({ signs: [] });
    const { body } = await rest(sandbox, 'GET', '/api/v1/logs/authentication/requests?status=FAILED');
    expect(body.authRequests[0] ?? body.auth_requests[0]).toMatchObject({ status: 'FAILED' });
  });

  it('refuses by a certificate that is no longer in force, however good the signature', async () => {
    const old = keyPair({ from: -400, to: -30 });
    idp = await foreignIdp(sandbox, { idp_certificate: old.certificate });
    const back = await logInWith({ signedBy: old });
    expect([back.get('error'), back.get('error_description')]).toEqual([
      'signature_validation_failed',
      expect.stringContaining('in force'),
    ]);
  });

  it('signs its requests where the connection says so', async () => {
    idp = await foreignIdp(sandbox, { want_request_signed: true });
    expect((await begin()).id).toMatch(/^_/);
  });
});
