/** People in SAML as XML, and links that let in whoever has them: taken out; what only looks like it stays. */
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';

const redact = (text: string): string => createRedactor().redact(text);

const xml = `<saml2p:Response Destination="https://acme.scalekit.dev/sso/v1/saml/conn_1/callback"><saml2:Issuer>https://idp.example/saml</saml2:Issuer>
<saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified" NameQualifier="acme">mlovelace7</saml2:NameID></saml2:Subject>
<saml2:AttributeStatement>
<saml2:Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname"><saml2:AttributeValue xsi:type="xs:string">Marie</saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="sn"><saml2:AttributeValue>Li</saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="urn:oid:2.16.840.1.113730.3.1.241" FriendlyName="displayName">
  <saml2:AttributeValue>
    Marie Noëlle Lovelace
  </saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="email"><saml2:AttributeValue>marie@acme.example</saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="cdata"><saml2:AttributeValue><![CDATA[Noëlle]]></saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="groups"><saml2:AttributeValue>Engineering</saml2:AttributeValue><saml2:AttributeValue>Site Admins</saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="urn:oid:1.3.6.1.4.1.5923.1.5.1.1" FriendlyName="isMemberOf"><saml2:AttributeValue>Research</saml2:AttributeValue></saml2:Attribute>
<saml2:Attribute Name="active"><saml2:AttributeValue>true</saml2:AttributeValue></saml2:Attribute>
</saml2:AttributeStatement></saml2p:Response>`;
const people = ['mlovelace7', 'Marie', '>Li<', 'marie', 'Lovelace', 'Noëlle', 'No%C3%ABlle'];
const kept = ['Engineering', 'Research', 'idp.example', 'conn_1', 'acme.example', 'givenname', 'displayName'];

const written: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in one line': (text) => text.replace(/\n\s*/g, ''),
  'in JSON': (text) => JSON.stringify({ level: 'info', assertion: text }),
  'in JSON in JSON': (text) => JSON.stringify({ body: JSON.stringify({ assertion: text }) }),
  'with entities': (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'with entities twice': (text) => text.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;').replaceAll('"', '&amp;quot;'),
  'with the escapes of Go’s JSON': (text) => JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
  'encoded for a URL': encodeURIComponent,
  'without prefixes': (text) => text.replaceAll('saml2:', '').replaceAll('saml2p:', ''),
  'with single quotes': (text) => text.replaceAll('"', "'"),
};

describe('people in SAML', () => {
  it.each(Object.entries(written))('%s', (_name, write) => {
    const shown = redact(write(xml));
    for (const person of people) expect(shown).not.toContain(write === encodeURIComponent ? encodeURIComponent(person) : person);
    for (const fact of kept) expect(shown).toContain(fact);
  });

  it('the same person has the same pseudonym, and redacting again changes nothing', () => {
    const redactor = createRedactor();
    const value = (name: string): string => `<Attribute Name="${name}"><AttributeValue>Marie</AttributeValue></Attribute>`;
    const shown = redactor.redact(value('givenName') + value('nickname'));
    expect(shown.match(/\[person-[\da-f]{8}\]/g)).toHaveLength(2);
    expect(new Set(shown.match(/\[person-[\da-f]{8}\]/g)).size).toBe(1);
    expect(redactor.redact(shown)).toBe(shown);
  });

  it.each([
    '<AttributeValue>{{user.firstName}}</AttributeValue>',
    '<NameID>%{user.email}</NameID>',
    '<NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress" AllowCreate="true"/>',
    '<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>',
    '<AttributeValue xsi:nil="true"/>',
    'The NameID is missing: AttributeValue expected.',
    'nameId: required, AttributeValue > 3',
  ])('%s stays', (text) => expect(redact(text)).toBe(text));

  it('keeps a document of JSON valid where markup is escaped', () => {
    const text = JSON.stringify({ note: '<NameID>marie@acme.example</NameID>' })
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e');
    expect(JSON.parse(redact(text))).toEqual({
      note: expect.stringMatching(/^<NameID>\[email-[\da-f]{8}\]@acme\.example<\/NameID>$/),
    });
  });
});

describe('links that let in', () => {
  it.each([
    ['https://acme.scalekit.dev/magicLink/2cbe56de-eec4-41d2-abed-90a5b82286c4_p', '2cbe56de'],
    ['"location":"https:\\/\\/acme.scalekit.dev\\/magicLink\\/2cbe56de-eec4-41d2-abed-90a5b82286c4_p"', '2cbe56de'],
    ['to=https%3A%2F%2Facme.scalekit.dev%2FmagicLink%2F2cbe56de-eec4-41d2-abed-90a5b82286c4_p&x=1', '2cbe56de'],
    ['https://acme.scalekit.dev/magicLink?t=9hX7aZ0pQ3kLmN8v&email=ada%40acme.example', '9hX7aZ0p'],
    ['https://app.example/auth/magic-link#c=9hX7aZ0pQ3kLmN8v', '9hX7aZ0p'],
    ['open https://acme.scalekit.com/portal/org_12345678/9hX7aZ0pQ3kLmN8vB2cD4eF6gH1jK5sT, please', '9hX7aZ0p'],
    ['https://acme.scalekit.com/admin-portal?s=Zm9vYmFyMTIzNDU2Nzg5MGFiY2Rl', 'Zm9vYmFy'],
  ])('%s', (text, secret) => {
    const shown = redact(text);
    expect(shown).not.toContain(secret);
    expect(shown).toMatch(/scalekit|app\.example/);
  });

  it.each([
    'https://docs.scalekit.com/guides/admin-portal/setup-2024',
    'https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/appId/0',
    'https://acme.example/portal/organizations/org_12345678901234567/settings?connection_id=conn_12345678901234567',
    'docs/passwordless/magic-links/how-to-verify-2-codes',
    'https://acme.example/magic-link?redirect_uri=/home2/dashboard&state=abc',
    'The magic link has expired after 24h.',
  ])('%s stays', (text) => expect(redact(text)).toBe(text));
});

it.each([
  '{"alg":"RS256","kid":"snk_58327482371637273","typ":"JWT"}',
  'No signing key found for kid 9f8e7d6c5b4a49388271605f4e3d2c1b',
  'SCALEKIT_CLIENT_SECRET=<your-client-secret> SCALEKIT_CLIENT_ID=skc_12345678901234567',
  'client_secret: "<client-secret>", redirect_uri: http://localhost:3000/callback',
  'tokenization of the secretary: see the token endpoint /oauth/token',
])('%s stays', (text) => expect(redact(text)).toBe(text));
