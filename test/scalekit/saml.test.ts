/** XML of SAML: what is refused, and that values come from the signed bytes only. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/scalekit/saml/metadata.ts';
import { readSamlResponse } from '../../src/scalekit/saml/response.ts';

const wrap = (inner: string, before = ''): string =>
  `${before}<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r">${inner}</samlp:Response>`;
const assertion = (id: string, inner = ''): string =>
  `<saml:Assertion ID="${id}"><saml:Issuer>idp</saml:Issuer>${inner}</saml:Assertion>`;

describe('a SAML response is refused with its reason', () => {
  it.each([
    ['a document type', wrap(assertion('_a'), '<!DOCTYPE r [<!ENTITY x "y">]>'), /document type or entities/],
    ['an external DTD', wrap(assertion('_a'), '<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd">'), /document type or entities/],
    ['deep nesting', wrap('<a>'.repeat(5_000) + '</a>'.repeat(5_000)), /nested too deeply/],
    ['two assertions', wrap(assertion('_a') + assertion('_b')), /more than one Assertion/],
    [
      'an assertion in a strange place',
      wrap(`<samlp:Extensions>${assertion('_a')}</samlp:Extensions>`),
      /more than one Assertion|strange place/,
    ],
    ['a response inside', wrap(wrap(assertion('_a'))), /Response lies inside/],
    ['the same ID twice', wrap(assertion('_r')), /same ID/],
    [
      'a comment in the NameID',
      wrap(assertion('_a', '<saml:Subject><saml:NameID>ada@acme.example<!-- x -->.evil.example</saml:NameID></saml:Subject>')),
      /comment cuts the NameID/,
    ],
    ['what is no response', '<html xmlns="x"></html>', /not a Response/],
    ['broken XML', wrap('<saml:Assertion>'), /not well-formed/],
    ['no XML at all', 'hello', /neither XML nor base64/],
    ['a deflate bomb', deflateRawSync(Buffer.alloc(50_000_000, 60)).toString('base64'), /neither XML nor base64|larger/],
  ])('%s', (_what, text, why) => {
    const read = readSamlResponse(text, []);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.why).toMatch(why);
  });

  it('reads an unsigned one, and says that nothing vouches for it', () => {
    const read = readSamlResponse(wrap(assertion('_a')), []);
    expect(read).toMatchObject({ ok: true, message: { readFrom: 'unsigned', issuer: 'idp', signatures: [] } });
  });
});

describe('metadata', () => {
  it.each([
    [
      'of a service provider',
      '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"><SPSSODescriptor/></EntityDescriptor>',
      /no identity provider/,
    ],
    ['with entities', '<!DOCTYPE x><EntityDescriptor/>', /document type/],
  ])('%s is refused', (_what, xml, why) => {
    const read = readMetadata(xml);
    expect(read.ok ? '' : read.why).toMatch(why);
  });
});
