/** The third held-out set: SAML documents, HAR files, webhook deliveries and request lines as they are pasted. */
import { Buffer } from 'node:buffer';
import type { Pasted } from './artefacts.ts';

const issuer = 'https://acme.scalekit.dev';
const samlOf = (
  status = 'Success',
) => `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_8e8d" Version="2.0" IssueInstant="2026-01-10T10:00:00Z" Destination="https://acme.scalekit.dev/sso/v1/saml/conn_123456">
  <saml:Issuer>http://www.okta.com/exk1</saml:Issuer>
  <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status>
  <saml:Assertion ID="_a1" Version="2.0" IssueInstant="2026-01-10T10:00:00Z"><saml:Issuer>http://www.okta.com/exk1</saml:Issuer></saml:Assertion>
</samlp:Response>`;
const saml64 = Buffer.from(samlOf()).toString('base64');
const eventBody = '{"spec_version":"1","id":"evt_1","type":"organization.directory.user_created","data":{}}';

export const thirdDocuments: readonly Pasted[] = [
  { name: 'SAMLResponse base64', text: `SAMLResponse=${saml64}`, expect: ['saml-validation-failed'], kinds: ['saml-response'] },
  {
    name: 'SAMLResponse URL-encoded with RelayState',
    text: `SAMLResponse=${encodeURIComponent(saml64)}&RelayState=abc`,
    expect: ['saml-validation-failed'],
    kinds: ['saml-response'],
  },
  {
    name: 'SAMLResponse folded at 76',
    text: (saml64.match(/.{1,76}/g) ?? []).join('\r\n'),
    expect: ['saml-validation-failed'],
    kinds: ['saml-response'],
  },
  {
    name: 'SAMLResponse XML with failed status',
    text: samlOf('Responder'),
    expect: ['saml-validation-failed'],
    kinds: ['saml-response'],
  },
  {
    name: 'SAMLResponse in quoted mail',
    text: samlOf('Requester')
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    expect: ['saml-validation-failed'],
    kinds: ['saml-response'],
  },
  {
    name: 'metadata XML',
    text: '<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://www.okta.com/exk1"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></md:EntityDescriptor>',
    expect: [],
    kinds: ['saml-metadata'],
  },
  {
    name: 'HAR with a SAML post',
    text: JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            request: {
              method: 'POST',
              url: `${issuer}/sso/v1/saml/conn_1`,
              postData: { mimeType: 'application/x-www-form-urlencoded', text: `SAMLResponse=${encodeURIComponent(saml64)}` },
            },
            response: { status: 400, content: { text: '{"error":"invalid_acs_url"}' } },
          },
        ],
      },
    }),
    expect: ['saml-validation-failed'],
    kinds: ['har', 'saml-response'],
  },
  {
    name: 'HAR, pretty, with a failed token call',
    text: JSON.stringify(
      {
        log: {
          entries: [
            {
              request: { method: 'POST', url: `${issuer}/oauth/token` },
              response: {
                status: 401,
                content: {
                  mimeType: 'application/json',
                  text: Buffer.from('{"error":"invalid_client"}').toString('base64'),
                  encoding: 'base64',
                },
              },
            },
          ],
        },
      },
      null,
      2,
    ),
    expect: ['invalid-client'],
    kinds: ['har'],
  },
  {
    name: 'raw HTTP webhook',
    text: `POST /webhooks HTTP/1.1\r\nHost: app.acme.test\r\nwebhook-id: msg_1\r\nwebhook-timestamp: 1700000000\r\nwebhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=\r\n\r\n${eventBody}`,
    expect: ['signature-verification'],
    kinds: ['webhook-delivery'],
  },
  {
    name: 'curl of a webhook',
    text: `curl -X POST https://app.acme.test/hooks -H 'webhook-id: msg_1' -H 'webhook-timestamp: 1700000000' -H 'webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' -d '${eventBody}'`,
    expect: ['signature-verification'],
    kinds: ['webhook-delivery'],
  },
  {
    name: 'JSON of headers',
    text: JSON.stringify({
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    }),
    expect: ['signature-verification'],
    kinds: ['webhook-delivery'],
  },
  {
    name: 'pino line with webhook headers',
    text: `{"level":50,"time":1700000000123,"req":{"method":"POST","url":"/hooks","headers":{"webhook-id":"msg_1","webhook-timestamp":"1700000000","webhook-signature":"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}},"err":{"type":"WebhookVerificationError","message":"Invalid Signature"},"msg":"bad hook"}`,
    expect: ['signature-verification'],
    kinds: ['webhook-delivery'],
  },
  {
    name: "Node's print of headers",
    text: "{\n  host: 'x.ngrok.app',\n  'webhook-id': 'msg_1',\n  'webhook-timestamp': '1700000000',\n  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='\n}",
    expect: ['signature-verification'],
    kinds: ['webhook-delivery'],
  },
  {
    name: 'raw headers of Go',
    text: 'map[Webhook-Id:[msg_1] Webhook-Signature:[v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=] Webhook-Timestamp:[1700000000]]',
    expect: ['signature-verification'],
  },
  {
    name: 'morgan line of a refused webhook',
    text: '34.94.129.140 - - [10/Jan/2026:10:00:00 +0000] "POST /webhooks/scalekit HTTP/1.1" 404 23 "-" "Svix-Webhooks/1.4"',
    expect: ['not-received'],
  },
  {
    name: 'morgan line of a failed callback',
    text: '::1 - - [10/Jan/2026:10:00:00 +0000] "GET /auth/callback?error=domain_not_found&error_description=nope HTTP/1.1" 500 11',
    expect: ['connection-not-found'],
  },
];
