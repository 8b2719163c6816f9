/** SAML responses, metadata, HAR files, addresses and codes as people copy them. */
import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import type { ArtefactKind } from '../../../src/intake/index.ts';

const namespace = 'urn:oasis:names:tc:SAML:2.0';
export const samlXml = `<samlp:Response xmlns:samlp="${namespace}:protocol" xmlns:saml="${namespace}:assertion" ID="_1" Destination="https://acme.scalekit.dev/sso/v1/saml/conn_1">
  <saml:Issuer>https://idp.acme.test/é?a=1&amp;b=2</saml:Issuer>
  <samlp:Status><samlp:StatusCode Value="${namespace}:status:Success"/></samlp:Status>
  <saml:Assertion ID="_2"><saml:Subject><saml:NameID>ada@acme.test</saml:NameID></saml:Subject></saml:Assertion>
</samlp:Response>`;
const metadata = `<EntityDescriptor xmlns="${namespace}:metadata" entityID="https://idp.acme.test">
  <IDPSSODescriptor protocolSupportEnumeration="${namespace}:protocol"/>
</EntityDescriptor>`;
export const samlBase64 = Buffer.from(samlXml).toString('base64');
const lines = samlBase64.match(/.{1,76}/g) ?? [];
const har = {
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-03-01T10:00:00.000Z',
        request: { method: 'GET', url: 'https://app.acme.test/cb?error=invalid_redirect_uri&error_description=no', headers: [] },
        response: { status: 400, headers: [] },
      },
    ],
  },
};
const callback = 'https://app.acme.test/auth/callback?error=no_active_connections&error_description=none+found&state=1';
const authorize =
  'https://acme.scalekit.dev/oauth/authorize?response_type=code&client_id=skc_1&redirect_uri=https%3A%2F%2Fapp.acme.test%2Fcb&state=1&organization_id=org_1';

export interface Document {
  readonly name: string;
  readonly text: string;
  readonly kind: ArtefactKind;
  /** The problem that comes first, where the text has one by itself. */
  readonly problem?: string;
}

const saml = (name: string, text: string): Document => ({ name, text, kind: 'saml-response' });

export const samlDocuments: readonly Document[] = [
  saml('base64', samlBase64),
  saml('base64 in lines', lines.join('\n')),
  saml('base64 in lines of Windows', lines.join('\r\n')),
  saml('base64 quoted in Slack', lines.map((line) => `> ${line}`).join('\n')),
  saml('base64 in a fence', `\`\`\`\n${lines.join('\n')}\n\`\`\``),
  saml('base64 as JSON escapes it', `{"SAMLResponse":"${samlBase64.replaceAll('/', '\\/').replaceAll('=', '\\u003d')}"}`),
  saml('the body of the form', `SAMLResponse=${encodeURIComponent(samlBase64)}&RelayState=abc`),
  saml('encoded twice', `SAMLResponse=${encodeURIComponent(encodeURIComponent(samlBase64))}`),
  saml(
    'the page that posts it',
    `<input type="hidden" name="SAMLResponse" value="${samlBase64.replaceAll('+', '&#43;').replaceAll('=', '&#61;')}"/>`,
  ),
  saml('the form data of developer tools', `Form Data\nSAMLResponse: ${samlBase64}\nRelayState: /home`),
  saml('base64url', Buffer.from(samlXml).toString('base64url')),
  saml('gzip and base64', gzipSync(samlXml).toString('base64')),
  saml(
    'a Postman body',
    JSON.stringify({ body: { mode: 'urlencoded', urlencoded: [{ key: 'SAMLResponse', value: samlBase64 }] } }),
  ),
  saml('XML', samlXml),
  saml(
    'XML quoted in mail',
    samlXml
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  ),
  saml('XML as JSON escapes it', JSON.stringify({ saml: samlXml })),
  saml('XML as HTML escapes it', samlXml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
  saml('XML, percent-encoded', encodeURIComponent(samlXml)),
  saml('a kubectl log', `[pod/web-1/web] 2026-03-01T10:00:00Z acs body SAMLResponse=${encodeURIComponent(samlBase64)}`),
  { name: 'metadata', text: metadata, kind: 'saml-metadata' },
  { name: 'metadata in base64', text: Buffer.from(metadata).toString('base64'), kind: 'saml-metadata' },
  { name: 'metadata as JSON escapes it', text: JSON.stringify({ xml: metadata }), kind: 'saml-metadata' },
  { name: 'metadata quoted in mail', text: metadata.replaceAll(/^/gm, '> '), kind: 'saml-metadata' },
];

const redirect = 'redirect-uri-mismatch';
const connection = 'connection-not-found';
export const otherDocuments: readonly Document[] = [
  { name: 'HAR', text: JSON.stringify(har), kind: 'har', problem: redirect },
  { name: 'HAR with a byte order mark', text: `\ufeff${JSON.stringify(har, undefined, 2)}`, kind: 'har', problem: redirect },
  { name: 'HAR in a fence', text: `\`\`\`json\n${JSON.stringify(har, undefined, 2)}\n\`\`\``, kind: 'har', problem: redirect },
  { name: 'HAR, gzip and base64', text: gzipSync(JSON.stringify(har)).toString('base64'), kind: 'har', problem: redirect },
  {
    name: 'one entry copied out of the network tab',
    text: JSON.stringify(har.log.entries[0]),
    kind: 'callback-url',
    problem: redirect,
  },
  { name: 'callback URL in Slack', text: `<${callback.replaceAll('&', '&amp;')}>`, kind: 'callback-url', problem: connection },
  { name: 'callback URL in Markdown', text: `[this](${callback})`, kind: 'callback-url', problem: connection },
  {
    name: 'callback URL in JSON',
    text: JSON.stringify({ url: callback }).replaceAll('&', '\\u0026'),
    kind: 'callback-url',
    problem: connection,
  },
  { name: 'callback URL encoded once', text: encodeURIComponent(callback), kind: 'callback-url', problem: connection },
  {
    name: 'callback URL encoded twice',
    text: encodeURIComponent(encodeURIComponent(callback)),
    kind: 'callback-url',
    problem: connection,
  },
  { name: 'callback URL in base64', text: Buffer.from(callback).toString('base64'), kind: 'callback-url', problem: connection },
  {
    name: 'Location header of curl',
    text: `< HTTP/2 302\r\n< location: ${callback}\r\n< date: x\r\n`,
    kind: 'callback-url',
    problem: connection,
  },
  {
    name: 'callback URL torn in quoted mail',
    text: `> https://app.acme.test/auth/callback?error=no_active_\n> connections&error_description=none+found&state=1`,
    kind: 'callback-url',
    problem: connection,
  },
  { name: 'authorize URL in HTML', text: `<a href="${authorize.replaceAll('&', '&amp;')}">`, kind: 'authorize-url' },
  {
    name: 'authorize URL encoded twice',
    text: `next=${encodeURIComponent(encodeURIComponent(authorize))}`,
    kind: 'authorize-url',
  },
  {
    name: 'a log of kubectl',
    text: [
      '[pod/a/b] 2026-03-01T10:00:00Z start',
      '[pod/a/b] 2026-03-01T10:00:01Z error=no_active_connections',
      '[pod/a/b] 2026-03-01T10:00:02Z end',
    ].join('\n'),
    kind: 'log',
    problem: connection,
  },
  {
    name: 'a log of docker compose',
    text: ['web-1  | 10:00:00 start', 'web-1  | 10:00:01 error=no_active_connections', 'db-1   | 10:00:02 ready'].join('\r\n'),
    kind: 'log',
    problem: connection,
  },
  {
    name: 'a log of the journal',
    text: [
      'Mar 01 10:00:00 web node[12]: start',
      'Mar 01 10:00:01 web node[12]: no_active_connections',
      'Mar 01 10:00:02 web node[12]: end',
    ].join('\n'),
    kind: 'log',
    problem: connection,
  },
  {
    name: 'a log of CloudWatch',
    text: [
      '1760000000000\tstart',
      '2026-03-01T10:00:01.000Z\t4f3a-11\tERROR\tno_active_connections',
      '2026-03-01T10:00:02.000Z\t4f3a-11\tINFO\tend',
    ].join('\n'),
    kind: 'log',
    problem: connection,
  },
  {
    name: 'a log as JSON lines',
    text: [
      '{"severity":"INFO","message":"a"}',
      '{"severity":"ERROR","message":"{\\"error\\":\\"no_active_connections\\"}"}',
      '{"severity":"INFO","message":"b"}',
    ].join('\n'),
    kind: 'log',
    problem: connection,
  },
  {
    name: 'a log, gzip and base64',
    text: gzipSync('10:00:00 a\n10:00:01 error=no_active_connections\n10:00:02 b\n').toString('base64'),
    kind: 'log',
    problem: connection,
  },
  {
    name: 'an env file of Windows',
    text: 'SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\r\nSCALEKIT_CLIENT_ID=skc_1\r\n',
    kind: 'env-file',
  },
  {
    name: 'variables of docker compose',
    text: '    environment:\n      SCALEKIT_ENVIRONMENT_URL: https://acme.scalekit.dev\n      SCALEKIT_CLIENT_ID: skc_1\n',
    kind: 'env-file',
  },
  {
    name: 'variables of PowerShell',
    text: "$env:SCALEKIT_ENVIRONMENT_URL = 'https://acme.scalekit.dev'\r\n$env:SCALEKIT_CLIENT_ID = 'skc_1'",
    kind: 'env-file',
  },
  {
    name: 'variables of a Kubernetes manifest',
    text: '- name: SCALEKIT_ENVIRONMENT_URL\n  value: https://acme.scalekit.dev\n- name: SCALEKIT_CLIENT_ID\n  value: skc_1\n',
    kind: 'env-file',
  },
];
