/** Shades of SAML causes that their fixtures do not show: each is told apart by what was pasted, and no other cause is confirmed beside it. */
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, startApp, type TestApp } from './app.ts';
import { idpKey, type Message, otherKey, samlConfig, samlResponse, trust } from './saml-message.ts';

const open: TestApp[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function start(faults: readonly string[] = []): Promise<TestApp> {
  const app = await startApp({ faults });
  open.push(app);
  if (faults.length === 0) trust(app, idpKey);
  return app;
}

async function told(app: TestApp, pasted: string) {
  const { ids, judgements } = await diagnose(app.folder, { pasted });
  const because = (id: string): string => {
    const verdict = judgements.find((judgement) => judgement.id === `saml-validation-failed/${id}`)?.verdict;
    return verdict && 'because' in verdict ? verdict.because : '';
  };
  return { confirmed: ids('confirmed'), likely: ids('likely'), because };
}

function recorded(app: TestApp, answered: string, message: Message = {}): string {
  const acs = `${app.sandbox.url}/sso/v1/saml/${app.sandbox.state.connectionId}/callback`;
  const postData = {
    mimeType: 'application/x-www-form-urlencoded',
    text: `SAMLResponse=${encodeURIComponent(samlResponse(app, message))}`,
  };
  const entry = {
    startedDateTime: '2026-11-24T01:00:00Z',
    request: { method: 'POST', url: acs, headers: [], postData },
    response: { status: 400, headers: [{ name: 'date', value: answered }], content: {} },
  };
  return JSON.stringify({ log: { version: '1.2', entries: [entry] } });
}

describe('the times of an assertion', () => {
  it('are measured against the server’s clock of a recording', async () => {
    const app = await start();
    const ahead = await told(app, recorded(app, 'Tue, 24 Nov 2026 01:53:00 GMT'));
    expect(ahead.confirmed).toEqual(['saml-validation-failed/times-wrong']);
    expect(ahead.because('times-wrong')).toContain('420 s after it arrived');
    const late = await told(app, recorded(app, 'Tue, 24 Nov 2026 02:06:00 GMT'));
    expect(late.because('times-wrong')).toContain('had expired');
    expect((await told(app, recorded(app, 'Tue, 24 Nov 2026 02:00:02 GMT'))).confirmed).toEqual([]);
  });

  it('are wrong where the identity provider’s own clock is measured to be', async () => {
    const app = await start(['saml-validation-failed/times-wrong']);
    const found = await told(app, 'the login fails');
    expect(found.confirmed).toEqual(['saml-validation-failed/times-wrong']);
    expect(found.because('times-wrong')).toMatch(/4(?:19|20|21) s ahead of Scalekit’s/);
  });
});

describe('a signature by a strange key', () => {
  it('without its certificate is likely a replaced one', async () => {
    const app = await start();
    const found = await told(app, samlResponse(app, { key: otherKey, withoutKeyInfo: true }));
    expect(found.confirmed).toEqual([]);
    expect(found.likely).toEqual(['saml-validation-failed/certificate-replaced']);
  });

  it('is proved by metadata that is pasted along', async () => {
    const app = await start();
    const certificate = otherKey.cert.replace(/-----[A-Z ]+-----|\s/g, '');
    const { url } = app.sandbox;
    const metadata = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${url}/sandbox/idp"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${url}/sandbox/idp/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
    const found = await told(app, `${metadata}\n\n${samlResponse(app, { key: otherKey, withoutKeyInfo: true })}`);
    expect(found.confirmed).toEqual(['saml-validation-failed/certificate-replaced']);
  });
});

describe('an attribute', () => {
  it('that is there and empty is missing', async () => {
    const app = await start();
    const found = await told(app, samlResponse(app, { mailValue: '' }));
    expect(found.confirmed).toEqual(['saml-validation-failed/attribute-missing']);
    expect(found.because('attribute-missing')).toContain('is empty');
  });

  it('that is mapped besides the e-mail address counts where the login was refused for it', async () => {
    const app = await start();
    const connection = app.sandbox.state.resources?.['connections']?.[app.sandbox.state.connectionId];
    if (connection) connection['attribute_mapping'] = { email: 'email', department: 'dept' };
    const response = samlResponse(app);
    expect((await told(app, response)).confirmed).toEqual([]);
    const refused = await told(app, `error=mandatory_attribute_missing\n\n${response}`);
    expect(refused.confirmed).toEqual(['saml-validation-failed/attribute-missing']);
    expect(refused.because('attribute-missing')).toContain('dept');
  });
});

it('a response of a connection that is not enabled yet is compared with it all the same', async () => {
  const app = await start();
  const connection = app.sandbox.state.resources?.['connections']?.[app.sandbox.state.connectionId];
  if (connection) connection['enabled'] = false;
  samlConfig(app.sandbox.state)['saml_signing_option'] = 'SAML_ONLY_RESPONSE_SIGNING';
  const found = await told(app, samlResponse(app));
  expect(found.confirmed).toContain('saml-validation-failed/signing-option');
});
