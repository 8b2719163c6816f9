/** The official SDK of Python, unmodified, against the sandbox: over http as the samples have it, management calls over TLS on the same port. */
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trustVariables } from '../../../src/rehearsal/stage/trust.ts';
import { type RunningSandbox, runCertificates, signatureOf } from '../../../src/sandbox/index.ts';
import { start } from '../../sandbox/helper.ts';
import { runtime } from '../runtime.ts';

const CALLS = path.join(import.meta.dirname, 'sdk_calls.py');

type Results = Readonly<Record<string, unknown>>;

const refused = (error: string, code: string | null = null, status: number | null = null): unknown => ({ error, code, status });
const missing = refused('ScalekitNotFoundException', 'RESOURCE_NOT_FOUND', 404);
/** Its status is the SDK's own reading of a reason phrase of two words. */
const invalidGrant = refused('ScalekitBadRequestException', 'Bad Request', 500);

/** Name of a call in sdk_calls.py → what comes of it, in the order of the calls. */
const expected: Results = {
  authorize: { ok: { state: 'a-state' } },
  code: { ok: { email: 'ada@acme.example', organization: true, expires: true } },
  'code again': invalidGrant,
  refresh: { ok: ['access_token', 'refresh_token'] },
  'refresh of a used token': invalidGrant,
  validate: { ok: true },
  'validate a changed token': { ok: false },
  claims: { ok: { oid: true, sid: 'ses_' } },
  'another issuer': refused('ScalekitValidateTokenFailureException'),
  'idp initiated': { ok: true },
  logout: { ok: 'http://localhost:3000/?state=bye' },
  webhook: { ok: true },
  'webhook as bytes': { ok: true },
  'webhook that was changed': refused('WebhookVerificationError'),
  organization: { ok: 'Acme' },
  organizations: { ok: true },
  'create organization': { ok: 'Näherei 42' },
  'organization by external id': { ok: true },
  'update organization': { ok: 'Forty-two' },
  'portal link': { ok: true },
  'organization that is not there': missing,
  'organization without a name': refused('ScalekitBadRequestException', 'INVALID_ARGUMENT', 400),
  'delete organization': { ok: true },
  connection: { ok: true },
  connections: { ok: true },
  'disable connection': { ok: false },
  'enabled connections': { ok: 0 },
  'all connections': { ok: 1 },
  'enable connection': { ok: true },
  'connection that is not there': missing,
  directory: { ok: true },
  directories: { ok: 1 },
  'primary directory': { ok: true },
  'directory users': { ok: 2 },
  'directory groups': { ok: 1 },
  'create user': { ok: 'zoe@acme.example' },
  user: { ok: 'Zoë' },
  'update user': { ok: 'Zo' },
  'users of the organization': { ok: true },
  'delete user': { ok: true },
  'user that is gone': missing,
  session: { ok: true },
  sessions: { ok: true },
  'revoke session': { ok: true },
  'refresh in a revoked session': invalidGrant,
  'session that is not there': missing,
};

function run({ line, idpInitiated }: RunningSandbox, trust: Readonly<Record<string, string>>): Promise<Results> {
  return idpInitiated({ organization_id: line.organizationId, connection_id: line.connectionId }).then(
    (token) =>
      new Promise((resolve, reject) => {
        const body = '{"id":"evt_1", "n":1.0}';
        const time = String(Math.floor(Date.now() / 1000));
        const headers = {
          'webhook-id': 'msg_1',
          'webhook-timestamp': time,
          'webhook-signature': `v1,${signatureOf(line.webhookSecret, `msg_1.${time}.${body}`)}`,
        };
        const program = path.join(runtime('python'), 'venv/bin/python');
        const env = { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1', ...trust };
        const child = execFile(program, [CALLS], { env, timeout: 20_000 }, (error, out) => {
          if (error) reject(error);
          else resolve(JSON.parse(out) as Results);
        });
        child.stdin?.end(JSON.stringify({ line, idpInitiated: token, webhook: { headers, body } }));
      }),
  );
}

describe.each([
  ['an http address', false],
  ['an https address', true],
])('by %s', (_name, isHttps) => {
  let results: Results;
  let sandbox: RunningSandbox;
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-sdk-')));

  beforeAll(async () => {
    const certificates = runCertificates();
    sandbox = await start({ certificates, isHttps });
    results = await run(
      sandbox,
      trustVariables(isHttps ? ['grpc', 'https'] : ['grpc'], {
        authority: certificates.authority,
        env: {},
        port: sandbox.port,
        folder,
      }),
    );
  }, 30_000);
  afterAll(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(expected))('%s', (name, answer) => {
    expect(results[name]).toEqual(answer);
  });

  it('nothing else was called', () => {
    expect(Object.keys(results)).toEqual(Object.keys(expected));
  });
});
