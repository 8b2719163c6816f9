/** One diagnosis with secrets in every corner, for the tests of the bundle. */
import type { BundleInput } from '../../src/bundle/input.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';

export const CLIENT_SECRET = 'live_Q2hhbmdlTWVQbGVhc2U5ODc2NTQzMjEw';
export const ACCESS_TOKEN =
  'eyJhbGciOiJSUzI1NiIsImtpZCI6InNua18xIn0.eyJzdWIiOiJza2NfMSIsImV4cCI6MX0.c2lnbmF0dXJlLWJ5dGVzLTEyMzQ1Ng';
export const PASSWORD = 'Tr0ub4dor&3/horse';

export function sampleInput(overrides: Partial<BundleInput> = {}): BundleInput {
  return {
    report: {
      schemaVersion: 1,
      tool: { name: 'scalekit-fix', version: '1.2.3', command: 'check' },
      environment: { url: 'https://acme.scalekit.dev', tier: 'development', clientId: 'skc_12345678' },
      project: { root: '/home/jane/work/shop', frameworks: ['express'] },
      probes: [
        {
          id: 'token',
          title: 'Client credentials',
          status: 'fault',
          durationMs: 120,
          evidence: [{ label: 'Answer', actual: 'invalid_client' }],
        },
        { id: 'org', title: 'Organization', status: 'unknown', durationMs: 0, evidence: [], reason: 'It needs a token.' },
      ],
      findings: [
        {
          id: 'invalid-client/wrong-secret',
          problem: 'invalid-client',
          category: 'authentication',
          title: 'The client secret is not one of this client',
          verdict: 'confirmed',
          severity: 'error',
          side: 'app',
          because: `The secret ${CLIENT_SECRET} in .env is not active.`,
          evidence: [
            {
              label: 'Secret',
              actual: `client_secret=${encodeURIComponent(CLIENT_SECRET)}`,
              location: { file: '.env', line: 3, column: 1 },
              exchange: 'exchange-1',
            },
          ],
          locations: [{ file: '.env', line: 3, column: 1 }],
          remedy: { kind: 'steps', summary: 'Put the current secret in', files: ['.env'], steps: ['Open the dashboard.'] },
          docs: 'https://docs.scalekit.com/',
        },
      ],
      summary: { confirmed: 1, likely: 0, unknown: 0, exitCode: 1 },
      notes: ['Asked jane.doe@acme.com for the secret.'],
    },
    exchanges: [
      {
        id: 'exchange-1',
        at: '2026-01-02T03:04:05.000Z',
        method: 'POST',
        url: 'https://acme.scalekit.dev/oauth/token?debug=1',
        status: 401,
        requestHeaders: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`skc_12345678:${CLIENT_SECRET}`).toString('base64')}`,
        },
        requestBody: `grant_type=client_credentials&client_id=skc_12345678&client_secret=${CLIENT_SECRET}`,
        responseHeaders: { 'x-request-id': 'req_0190a5', 'set-cookie': 'session=aB3dE5fG7hJ9kL1mN; Path=/' },
        responseBody: JSON.stringify({ error: 'invalid_client', access_token: ACCESS_TOKEN }),
        durationMs: 120,
      },
    ],
    project: {
      root: '/home/jane/work/shop',
      frameworks: ['express'],
      sdks: [{ name: '@scalekit-sdk/node', version: '2.11.0', certainty: 'sure' }],
      secretNotes: PASSWORD,
    },
    excerpts: [
      {
        file: 'src/auth.ts',
        startLine: 9,
        text: `const db = 'postgres://app:${encodeURIComponent(PASSWORD)}@db/shop';\nconst scalekit = new Scalekit(url, id, '${CLIENT_SECRET}');\n`,
      },
    ],
    patches: [
      {
        diff: `--- a/.env\n+++ b/.env\n@@ -3 +3 @@\n-SCALEKIT_CLIENT_SECRET=${CLIENT_SECRET}\n+SCALEKIT_CLIENT_SECRET=\n`,
        applied: false,
      },
    ],
    claims: [
      {
        source: 'id_token',
        claims: {
          sub: 'usr_123',
          email: 'jane.doe@acme.com',
          name: 'Jane Doe',
          exp: 1767323045,
          'urn:x': { given_name: 'Jane' },
        },
      },
    ],
    tried: ['Rotated the secret in the dashboard.'],
    narrative: {
      symptom: `AxiosError: Request failed with status code 401\n  Authorization: Bearer ${ACCESS_TOKEN}`,
      organizationId: 'org_1',
      occurredAt: '2026-01-02T04:04:05+01:00',
    },
    beforeAfter: [{ finding: 'invalid-client/wrong-secret', before: 'confirmed', after: 'ruled out' }],
    tool: { name: 'scalekit-fix', version: '1.2.3' },
    runtime: 'Node.js 20.20.2',
    os: 'linux x64',
    createdAt: '2026-01-02T03:05:00+00:00',
    redactor: createRedactor({ known: [CLIENT_SECRET, PASSWORD], key: new Uint8Array(32).fill(1) }),
    ...overrides,
  };
}
