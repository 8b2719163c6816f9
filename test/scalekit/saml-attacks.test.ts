/** SAML responses as attackers send them: signed ones rearranged in the eight known ways, comments, forged algorithms, markup without end. */
import { createHmac } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../src/scalekit/saml/certificate.ts';
import { samlClaims } from '../../src/scalekit/saml/claims.ts';
import { readMetadata } from '../../src/scalekit/saml/metadata.ts';
import { readSamlResponse, type SamlMessage } from '../../src/scalekit/saml/response.ts';
import type { BrokenApp } from '../problems/cause-fixture.ts';
import { idpKey, type Message, otherKey, samlResponse } from '../problems/saml-message.ts';

const app = { sandbox: { url: 'https://acme.scalekit.dev', state: { connectionId: 'conn_1' } } } as unknown as BrokenApp;
const registered = [readCertificate(idpKey.cert)].flatMap((certificate) => certificate ?? []);
const EVIL = 'https://evil.example';

const xmlOfMessage = (message: Message = {}): string => Buffer.from(samlResponse(app, message), 'base64').toString('utf8');
const read = (xml: string) => readSamlResponse(Buffer.from(xml).toString('base64'), registered);

/** The parts of a signed message, from which the rearranged ones are made. */
function partsOf(element: 'Assertion' | 'Response') {
  const xml = xmlOfMessage({ sign: element });
  const take = (pattern: RegExp): string => pattern.exec(xml)?.[0] ?? expect.fail(`${pattern} is not there`);
  const signature = take(/<ds:Signature.*<\/ds:Signature>/);
  const assertion = take(/<saml:Assertion.*<\/saml:Assertion>/);
  const evilAssertion = assertion
    .replace(signature, '')
    .replace('ID="_a1"', 'ID="_evil"')
    .replace(/<saml:Audience>[^<]*/, `<saml:Audience>${EVIL}`);
  return { xml, signature, assertion, evilAssertion };
}

const insideOf = (element: string, inner: string, tag: string): string => element.replace(`</${tag}>`, `${inner}</${tag}>`);

function wrapped(): readonly (readonly [name: string, xml: string])[] {
  const whole = partsOf('Response');
  const original = whole.xml.replace(whole.signature, '');
  const evil = original.replace('ID="_r1"', 'ID="_evil"').replace(/<saml:Audience>[^<]*/, `<saml:Audience>${EVIL}`);
  const part = partsOf('Assertion');
  const unsigned = part.assertion.replace(part.signature, '');
  const { evilAssertion } = part;
  const signedEvil = evilAssertion.replace('</saml:Issuer>', `</saml:Issuer>${part.signature}`);
  const holding = (inner: string): string => part.signature.replace('</ds:Signature>', `${inner}</ds:Signature>`);
  return [
    [
      '1: the signed response lies in the signature',
      evil.replace(
        '</saml:Issuer>',
        `</saml:Issuer>${whole.signature.replace('</ds:Signature>', `<ds:Object>${original}</ds:Object></ds:Signature>`)}`,
      ),
    ],
    [
      '2: the signed response lies beside the signature',
      evil.replace('</saml:Issuer>', `</saml:Issuer>${original}${whole.signature}`),
    ],
    ['3: another assertion before the signed one', part.xml.replace(part.assertion, `${evilAssertion}${part.assertion}`)],
    [
      '4: the signed assertion lies in another one',
      part.xml.replace(part.assertion, insideOf(evilAssertion, part.assertion, 'saml:Assertion')),
    ],
    ['5: the signature moved to another assertion', part.xml.replace(part.assertion, `${signedEvil}${unsigned}`)],
    [
      '6: the signed assertion lies in the moved signature',
      part.xml.replace(part.assertion, evilAssertion.replace('</saml:Issuer>', `</saml:Issuer>${holding(unsigned)}`)),
    ],
    [
      '7: another assertion lies in the extensions',
      part.xml.replace(
        part.assertion,
        `<samlp:Extensions>${evilAssertion.replace('_evil', '_a1')}</samlp:Extensions>${part.assertion}`,
      ),
    ],
    [
      '8: the signed assertion lies in an object of the signature',
      part.xml.replace(
        part.assertion,
        evilAssertion.replace('</saml:Issuer>', `</saml:Issuer>${holding(`<ds:Object>${unsigned}</ds:Object>`)}`),
      ),
    ],
  ];
}

describe('signature wrapping', () => {
  it.each(wrapped())('shape %s', (_name, xml) => {
    expect(xml).toContain(EVIL);
    expect(read(xml)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/signature-wrapping|strange place|another element/),
    });
  });

  it('is what they are refused for: nothing else is wrong with the parts', () => {
    for (const sign of ['Assertion', 'Response'] as const)
      expect(messageOf(xmlOfMessage({ sign })).signatures).toMatchObject([{ state: 'registered', element: sign }]);
  });
});

function messageOf(xml: string): SamlMessage {
  const result = read(xml);
  return result.ok ? result.message : expect.fail(result.why);
}

describe('a signed response with', () => {
  it('a comment in the NameID, which the signature does not see, is refused', () => {
    const xml = xmlOfMessage({ sign: 'Response' }).replace('ada@acme.example', 'ada@acme.example<!-- -->.evil.example');
    expect(read(xml)).toMatchObject({ ok: false, why: expect.stringContaining('comment cuts the NameID') });
  });

  it.each(['DigestValue', 'SignatureValue'])('a comment in the %s is refused', (name) => {
    const xml = xmlOfMessage().replace(`<ds:${name}>`, `<ds:${name}>x<!-- -->`);
    expect(read(xml)).toMatchObject({ ok: false, why: expect.stringContaining('comment lies in a digest or a signature') });
  });

  it('two SignedInfo is refused', () => {
    const xml = xmlOfMessage();
    const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(xml)?.[0] ?? '';
    expect(read(xml.replace(info, info + info))).toMatchObject({
      ok: false,
      why: expect.stringContaining('more than one SignedInfo'),
    });
  });

  it('two references is refused', () => {
    const xml = xmlOfMessage();
    const reference = /<ds:Reference .*<\/ds:Reference>/.exec(xml)?.[0] ?? '';
    expect(read(xml.replace(reference, reference + reference))).toMatchObject({
      ok: false,
      why: expect.stringContaining('covers more than one'),
    });
  });

  it('a changed value is broken', () => {
    const xml = xmlOfMessage().replace(/<saml:Audience>[^<]*/, `<saml:Audience>${EVIL}`);
    expect(messageOf(xml).signatures).toMatchObject([{ state: 'broken' }]);
  });

  it('the key of somebody else is not taken for the registered one', () => {
    expect(messageOf(xmlOfMessage({ key: otherKey })).signatures).toMatchObject([{ state: 'other-key' }]);
  });

  it('a MAC in the place of the signature, made with the public certificate, is broken', () => {
    const xml = xmlOfMessage().replace(
      /SignatureMethod Algorithm="[^"]*"/,
      'SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"',
    );
    const mac = createHmac('sha1', idpKey.cert).update('whatever').digest('base64');
    const forged = xml.replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${mac}`);
    expect(messageOf(forged).signatures).toMatchObject([{ state: 'broken' }]);
  });

  it('a transform that runs a program is broken', () => {
    const xml = xmlOfMessage().replace(
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/TR/1999/REC-xslt-19991116',
    );
    expect(messageOf(xml).signatures).toMatchObject([{ state: 'broken' }]);
  });
});

const response = (inner: string): string =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r">${inner}</samlp:Response>`;
const nested = (open: string, times: number): string => response(open.repeat(times) + '</a>'.repeat(times));

describe('XML without reason or end is refused at once', () => {
  const table: readonly (readonly [name: string, xml: string, why: RegExp])[] = [
    [
      'an internal entity',
      `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${response('&b;')}`,
      /document type or entities/,
    ],
    [
      'an entity that is a file',
      `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${response('&a;')}`,
      /document type or entities/,
    ],
    ['an external DTD', `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">${response('')}`, /document type or entities/],
    [
      'a parameter entity',
      `<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]>${response('')}`,
      /document type or entities/,
    ],
    ['a declaration in the middle', response('<!ENTITY a "b">'), /document type or entities/],
    ['deep nesting', nested('<a>', 20_000), /nested too deeply/],
    ['deep nesting under other names', response('<_ä>'.repeat(20_000) + '</_ä>'.repeat(20_000)), /nested too deeply/],
    ['deep nesting with ends that stand in comments', nested('<a><!-- </a> -->', 20_000), /nested too deeply/],
    ['deep nesting with ends that stand in CDATA', nested('<a><![CDATA[</a>]]>', 20_000), /nested too deeply/],
    ['deep nesting that looks empty', nested('<a b="/>">', 20_000), /nested too deeply/],
    ['200,000 siblings', response('<a/>'.repeat(200_000)), /far more elements/],
    [
      '60,000 attributes',
      response(`<a ${Array.from({ length: 60_000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
      /more attributes/,
    ],
    ['tags that never end', response('<a '.repeat(300_000)), /not well-formed/],
    ['comments that never end', response('<!--'.repeat(200_000)), /not well-formed/],
    ['instructions that never end', response('<?a '.repeat(200_000)), /not well-formed/],
    ['CDATA that never ends', response('<![CDATA['.repeat(100_000)), /not well-formed/],
    ['a value that never ends', response(`<a b="${'x'.repeat(900_000)}`), /not well-formed/],
    ['ends without beginnings', response('</a>'.repeat(200_000)), /not well-formed/],
  ];
  it.each(table)('%s', (_name, xml, why) => {
    const started = performance.now();
    const results = [readSamlResponse(xml, registered), readMetadata(xml)];
    for (const result of results) expect(result).toMatchObject({ ok: false, why: expect.stringMatching(why) });
    expect(samlClaims(xml)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('a deflate bomb', () => {
    const bomb = deflateRawSync(Buffer.from(response(' '.repeat(50_000_000)))).toString('base64');
    const before = process.memoryUsage().rss;
    expect(readSamlResponse(bomb, registered)).toMatchObject({ ok: false });
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('but comments, CDATA, instructions and signs in values are XML like any other', () => {
    const xml = `<?xml version="1.0"?>${response('<!-- a < b > c --><a b="x > y" c=\'"\'><![CDATA[<b>]]></a>')}`;
    expect(readSamlResponse(xml, registered)).toMatchObject({ ok: true });
  });
});
