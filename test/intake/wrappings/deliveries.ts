/** One webhook delivery as people copy it: out of shells, inspectors, logs, collections and runtimes. */
import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';

export const deliveryBody = '{"type":"organization.directory.user_created","id":"evt_1","data":{"name":"Ada & Co"}}';
export const deliveryHeaders = {
  'webhook-id': 'msg_2Yx',
  'webhook-timestamp': '1760000000',
  'webhook-signature': 'v1,c2lnbmF0dXJlc2lnbmF0dXJl',
} as const;

const id = deliveryHeaders['webhook-id'];
const time = deliveryHeaders['webhook-timestamp'];
const signature = deliveryHeaders['webhook-signature'];
const raw = [
  'POST /webhooks/scalekit HTTP/1.1',
  'Host: hooks.acme.test',
  'Content-Type: application/json',
  `webhook-id: ${id}`,
  `webhook-timestamp: ${time}`,
  `webhook-signature: ${signature}`,
  '',
  deliveryBody,
];
const quoted = JSON.stringify(deliveryBody);

export interface Delivery {
  readonly name: string;
  readonly text: string;
  /** Whether the paste holds the body, byte for byte. */
  readonly body: boolean;
}

export const deliveries: readonly Delivery[] = [
  { name: 'raw HTTP', text: raw.join('\n'), body: true },
  { name: 'raw HTTP with Windows line ends', text: raw.join('\r\n'), body: true },
  { name: 'a quote in Slack', text: raw.map((line) => `> ${line}`).join('\n'), body: true },
  { name: 'a Markdown fence with words before it', text: ['this arrives:', '```http', ...raw, '```'].join('\n'), body: true },
  {
    name: 'curl in bash',
    text: `curl -X POST 'https://h.test/w' -H 'webhook-id: ${id}' -H 'webhook-timestamp: ${time}' -H 'webhook-signature: ${signature}' --data-raw '${deliveryBody}'`,
    body: true,
  },
  {
    name: 'curl for the command prompt of Windows',
    text: `curl -X POST "https://h.test/w" ^\r\n  -H "webhook-id: ${id}" ^\r\n  -H "webhook-timestamp: ${time}" ^\r\n  -H "webhook-signature: ${signature}" ^\r\n  --data-raw "${deliveryBody.replaceAll('"', '^\\^"').replace('&', '^&')}"`,
    body: true,
  },
  {
    name: 'Invoke-WebRequest of PowerShell',
    text: `Invoke-WebRequest -UseBasicParsing -Uri "https://h.test/w" \`\n-Method "POST" \`\n-Headers @{\n"webhook-id"="${id}"\n  "webhook-timestamp"="${time}"\n  "webhook-signature"="${signature}"\n} \`\n-ContentType "application/json" \`\n-Body '${deliveryBody}'`,
    body: true,
  },
  {
    name: 'curl as PowerShell spells it',
    text: `curl -Method POST -Uri https://h.test/w -Headers @{ 'webhook-id' = '${id}'; 'webhook-timestamp' = '${time}'; 'webhook-signature' = '${signature}' } -Body '${deliveryBody}'`,
    body: true,
  },
  {
    name: 'a Postman collection',
    text: JSON.stringify({
      info: { name: 'hooks', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'delivery',
          request: {
            method: 'POST',
            header: Object.entries(deliveryHeaders).map(([key, value]) => ({ key, value })),
            body: { mode: 'raw', raw: deliveryBody },
            url: { raw: 'https://h.test/w' },
          },
        },
      ],
    }),
    body: true,
  },
  {
    name: 'the request list of ngrok’s inspector',
    text: `POST /webhooks/scalekit\n502 Bad Gateway\nHeaders\nWebhook-Id\n${id}\nWebhook-Timestamp\n${time}\nWebhook-Signature\n${signature}\n`,
    body: false,
  },
  {
    name: 'the JSON of ngrok’s inspector',
    text: JSON.stringify({
      uri: '/api/requests/http/1',
      request: { method: 'POST', uri: '/w', raw: Buffer.from(raw.join('\r\n')).toString('base64') },
      response: { status: '400 Bad Request' },
    }),
    body: true,
  },
  {
    name: 'kubectl logs with prefixes',
    text: raw
      .slice(3, 6)
      .map((line) => `[pod/api-7d9f6/api] 2026-03-01T10:00:00.000Z ${line}`)
      .join('\n'),
    body: false,
  },
  {
    name: 'docker compose logs',
    text: raw
      .slice(3, 6)
      .map((line) => `api-1  | ${line}`)
      .join('\n'),
    body: false,
  },
  {
    name: 'Svix-style names',
    text: raw.join('\n').replaceAll('webhook-', 'svix-'),
    body: true,
  },
  { name: 'an interceptor call', text: raw.join('\n').replaceAll('webhook-', 'interceptor-'), body: true },
  {
    name: 'headers as Node prints them',
    text: `{\n  host: 'h.test',\n  'webhook-id': '${id}',\n  'webhook-timestamp': '${time}',\n  'webhook-signature': '${signature}'\n}`,
    body: false,
  },
  {
    name: 'rawHeaders of Node',
    text: `[ 'Host', 'h.test', 'webhook-id', '${id}', 'webhook-timestamp', '${time}', 'webhook-signature', '${signature}' ]`,
    body: false,
  },
  {
    name: 'headers as Go prints them',
    text: `map[Content-Type:[application/json] Webhook-Id:[${id}] Webhook-Signature:[${signature}] Webhook-Timestamp:[${time}]]`,
    body: false,
  },
  {
    name: 'META of Django',
    text: `'HTTP_WEBHOOK_ID': '${id}', 'HTTP_WEBHOOK_TIMESTAMP': '${time}', 'HTTP_WEBHOOK_SIGNATURE': '${signature}'`,
    body: false,
  },
  {
    name: 'the event of an AWS Lambda',
    text: JSON.stringify({
      httpMethod: 'POST',
      headers: deliveryHeaders,
      body: Buffer.from(deliveryBody).toString('base64'),
      isBase64Encoded: true,
    }),
    body: true,
  },
  {
    name: 'JSON inside JSON',
    text: JSON.stringify(JSON.stringify({ headers: deliveryHeaders, body: deliveryBody })),
    body: true,
  },
  {
    name: 'JSON in a fence',
    text: `\`\`\`json\n${JSON.stringify({ headers: deliveryHeaders, body: deliveryBody }, undefined, 2)}\n\`\`\``,
    body: true,
  },
  {
    name: 'a JSON log line',
    text: `{"level":"warn","msg":"signature","req":{"headers":${JSON.stringify(deliveryHeaders)},"body":${quoted}}}`,
    body: true,
  },
  { name: 'gzip and base64', text: gzipSync(raw.join('\n')).toString('base64'), body: true },
];
