/** The official SDK of Go, unmodified, against the sandbox over plain http: one program makes all calls, and each is looked at by itself. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedDelivery } from '../../../src/rehearsal/delivery.ts';
import type { RunningSandbox } from '../../../src/sandbox/index.ts';
import { redirectUri, start } from '../../sandbox/helper.ts';
import { goHere, moduleHere } from '../runtime.ts';

interface Called {
  readonly value?: unknown;
  readonly error?: string;
}

const calls = new Map<string, Called>();
let sandbox: RunningSandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await start();
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-go-sdk-')));
  cpSync(path.resolve(import.meta.dirname, '../../fixtures/rehearsal/go-sdk'), folder, { recursive: true });
  moduleHere({ folder });
  const { line, url } = sandbox;
  const { body, headers } = signedDelivery(JSON.stringify({ id: 'evt_1', name: 'Zoë 😀' }), { secret: line.webhookSecret });
  const output = await run({
    URL: url,
    ClientID: line.clientId,
    ClientSecret: line.clientSecret,
    WebhookSecret: line.webhookSecret,
    OrganizationID: line.organizationId,
    ConnectionID: line.connectionId,
    DirectoryID: line.directoryId,
    Domain: 'acme.example',
    RedirectURI: redirectUri,
    Assertion: await sandbox.idpInitiated({ connection_id: line.connectionId ?? '', organization_id: line.organizationId }),
    Body: body,
    Headers: headers,
  });
  for (const text of output.trim().split('\n')) {
    const { call, ...rest } = JSON.parse(text) as Called & { readonly call: string };
    calls.set(call, rest);
  }
}, 60_000);

afterAll(async () => {
  await sandbox?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function run(input: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], ...goHere() };
    const child = spawn('go', ['run', '.'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let trouble = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(trouble))));
    child.stdin.end(JSON.stringify(input));
  });
}

describe('the SDK of Go', () => {
  it.each([
    ['code', { value: expect.objectContaining({ RefreshToken: expect.stringMatching(/^rt_/), ExpiresIn: expect.any(Number) }) }],
    ['code again', { error: expect.stringContaining('invalid_grant') }],
    ['validate', { value: true }],
    ['validate forged', { error: expect.any(String) }],
    ['validate with options', { value: true }],
    ['claims', { value: expect.objectContaining({ sid: expect.stringMatching(/^ses_/), aud: expect.any(Array) }) }],
    ['access token claims', { value: expect.objectContaining({ exp: expect.any(Number) }) }],
    ['refresh', { value: expect.objectContaining({ RefreshToken: expect.stringMatching(/^rt_/) }) }],
    ['rotated', { value: true }],
    ['validate refreshed', { value: true }],
    ['sessions of the user', { value: expect.any(Number) }],
    ['revoke session', { value: true }],
    ['revoke all sessions', { value: true }],
    ['refresh revoked', { error: expect.stringContaining('invalid_grant') }],
    ['logout', { value: expect.stringMatching(/^302 http:\/\/localhost:3000\//) }],
    ['client token', { value: true }],
    ['wrong secret', { error: expect.stringContaining('401') }],
    ['webhook', { value: true }],
    ['webhook changed', { error: 'invalid signature' }],
    ['webhook without headers', { error: 'missing required headers' }],
    ['create organization', { value: expect.stringMatching(/^org_\d+$/) }],
    ['get organization', { value: 'Globex' }],
    ['update organization', { value: 'Globex Inc' }],
    ['list organizations', { value: expect.any(Number) }],
    ['portal link', { value: true }],
    ['session policy', { value: expect.any(String) }],
    ['delete organization', { value: true }],
    ['organization that is gone', { error: expect.stringContaining('not_found') }],
    ['domains', { value: 'acme.example' }],
    ['connections by domain', { value: 1 }],
    ['get connection', { value: true }],
    ['disable connection', { value: false }],
    ['enable connection', { value: true }],
    ['create connection', { value: expect.stringMatching(/^conn_/) }],
    ['delete connection', { value: true }],
    ['directory users', { value: 2 }],
    ['directory groups', { value: expect.any(Number) }],
    ['disable directory', { value: false }],
    ['enable directory', { value: true }],
    ['create user', { value: expect.stringMatching(/^usr_\d+$/) }],
    ['get user', { value: 'grace@acme.example' }],
    ['update user', { value: 'navy' }],
    ['list users', { value: true }],
    ['users of the organization', { value: true }],
    ['roles of the user', { value: 1 }],
    ['delete membership', { value: true }],
    ['delete user', { value: true }],
    ['user that is gone', { error: expect.stringContaining('not_found') }],
    ['create role', { value: 'auditor' }],
    ['list roles', { value: true }],
    ['create permission', { value: 'audit:read' }],
    ['role permissions', { value: 1 }],
    ['delete role', { value: true }],
    ['create token', { value: expect.any(String) }],
    ['validate token', { value: true }],
    ['invalidate token', { value: true }],
    ['create m2m client', { value: 'batch' }],
    ['send passwordless', { value: true }],
    ['list events', { value: true }],
  ] as const)('%s', (name, expected) => {
    expect(calls.get(name)).toEqual(expected);
  });

  it.each([
    ['pkce', 'userEmail'],
    ['session', 'userId'],
    ['idp-initiated', 'connectionId'],
    ['list connections', 'connectionId'],
    ['list directories', 'directoryId'],
    ['get directory', 'directoryId'],
    ['primary directory', 'directoryId'],
  ] as const)('%s: the seeded %s', (name, value) => {
    const known = value === 'userId' ? sandbox.state.userId : sandbox.line[value];
    expect(calls.get(name)).toEqual({ value: known });
  });

  it('finds an organization and a user by what others call them', () => {
    expect(calls.get('organization by external id')).toEqual(calls.get('create organization'));
    expect(calls.get('organization settings')).toEqual(calls.get('create organization'));
    expect(calls.get('user by external id')).toEqual(calls.get('create user'));
    expect(calls.get('update membership')).toEqual(calls.get('create user'));
  });
});
