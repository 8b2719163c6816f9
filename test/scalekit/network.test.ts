/** The looks below HTTP, and what Node itself does with NODE_EXTRA_CA_CERTS. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Certificate, interceptionOf } from '../../src/scalekit/certificates.ts';
import { clockSkew } from '../../src/scalekit/clock-skew.ts';
import { connectTcp, resolveName } from '../../src/scalekit/network.ts';
import { json } from '../hostile/behaviours.ts';
import { makeAuthority } from '../hostile/certificates.ts';
import { startHostile } from '../hostile/server.ts';

const soon = () => AbortSignal.timeout(3_000);

describe('a name', () => {
  it('is resolved as the system does it', async () => {
    const seen = await resolveName('localhost', soon());
    expect(seen.ok && seen.addresses.some((address) => address === '127.0.0.1' || address === '::1')).toBe(true);
  });
  it('that nobody has is a failure of DNS', async () => {
    expect(await resolveName('no-such-host.invalid', soon())).toMatchObject({ ok: false, failure: { kind: 'dns' } });
  });
  it('is not waited for after the signal', async () => {
    expect(await resolveName('localhost', AbortSignal.abort())).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });
});

describe('a connection', () => {
  it('is made and let go', async () => {
    const server = await startHostile(json({}));
    expect(await connectTcp('127.0.0.1', server.port, soon())).toMatchObject({ ok: true, address: '127.0.0.1' });
    await server.close();
    expect(await connectTcp('127.0.0.1', server.port, soon())).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });
});

describe('the clock', () => {
  const date = new Date('2026-11-23T12:00:00Z');
  const server = date.getTime() + 500;
  it.each([
    ['agrees', server - 50, server + 50, 0, 550],
    ['is an hour ahead', server + 3_600_000 - 50, server + 3_600_000 + 50, 3_600_000, 550],
    ['is an hour behind', server - 3_600_000 - 50, server - 3_600_000 + 50, -3_600_000, 550],
    ['is vague after a slow journey', server - 4_000, server + 4_000, 0, 4_500],
    ['was set back meanwhile', server, server - 10, 0, 500],
  ])('%s', (_, sentAt, receivedAt, skewMs, uncertaintyMs) => {
    expect(clockSkew(date, sentAt, receivedAt)).toEqual({ skewMs, uncertaintyMs });
  });
});

describe('interception', () => {
  const certificate = (subject: string, issuer: string): Certificate => ({
    subject,
    issuer,
    names: [],
    validFrom: '',
    validTo: '',
    fingerprint256: subject,
    selfSigned: subject === issuer,
  });
  const leaf = (issuer: string) => certificate('CN=acme.scalekit.com', issuer);
  it.each([
    ['an unknown authority signed', [leaf('CN=Corp')], 'tls-untrusted-chain' as const, 'likely'],
    ['a product signed', [leaf('CN=Netskope CA')], undefined, 'likely'],
    ['a root of the company is trusted', [leaf('CN=Corp'), certificate('CN=Corp', 'CN=Corp')], undefined, 'likely'],
    ['the root is not in the chain', [leaf('CN=R3')], undefined, 'none'],
    ['the certificate is merely old', [leaf('CN=R3')], 'tls-expired' as const, 'unknown'],
    ['there is no certificate', [], undefined, 'unknown'],
  ])('where %s', (_, chain, problem, kind) => {
    expect(interceptionOf(chain, problem, []).kind).toBe(kind);
  });
  it('is ruled out by a public root', async () => {
    const { rootCertificates } = await import('node:tls');
    const { describe: read } = await import('../../src/scalekit/certificates.ts');
    const root = read(rootCertificates[0] ?? '');
    expect(root && interceptionOf([leaf(root.subject), root], undefined, rootCertificates).kind).toBe('none');
  });
});

it('NODE_EXTRA_CA_CERTS makes a company’s root trusted, without a word of ours', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scalekit-fix-'));
  const authority = makeAuthority('Corp Root');
  const server = await startHostile(json({ a: 1 }), { tls: authority.issue({ names: ['localhost'] }) });
  const file = join(folder, 'root.pem');
  await writeFile(file, authority.cert);
  const script = `
    import { Agent, request } from 'undici';
    request('https://localhost:${server.port}/', { dispatcher: new Agent({ connect: { timeout: 2000 } }) })
      .then((answer) => console.log(answer.statusCode), (error) => console.log(error.code));`;
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
  const [without, withRoot] = await Promise.all([run({}), run({ NODE_EXTRA_CA_CERTS: file })]);
  expect(without.stdout.trim()).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  expect(withRoot.stdout.trim()).toBe('200');
  await server.close();
  await rm(folder, { recursive: true });
});
