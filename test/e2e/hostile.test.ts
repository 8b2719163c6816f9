/** Credentials pointed at hosts that are none: each ends by the deadline with its own sentence, and no secret goes out. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { drip, hang, redirects, webPage } from '../hostile/behaviours.ts';
import { makeSelfSigned } from '../hostile/certificates.ts';
import { type Behaviour, type HostileServer, startHostile } from '../hostile/server.ts';
import { run, STACK_TRACE, temporaryFolder } from './program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const servers: HostileServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(behaviour: Behaviour, options?: Parameters<typeof startHostile>[1]): Promise<HostileServer> {
  const server = await startHostile(behaviour, options);
  servers.push(server);
  return server;
}

async function check(url: string): Promise<{ code: number | null; said: string; seconds: number }> {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${url}\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET=${SECRET}\n`,
  );
  const started = performance.now();
  const { code, stdout, stderr } = await run(['check', '--verbose', '--timeout', '4', '--cwd', folder]);
  return { code, said: stdout + stderr, seconds: (performance.now() - started) / 1000 };
}

function seen(): string {
  return JSON.stringify(servers.flatMap((server) => server.requests));
}

describe('an environment URL that leads to', () => {
  it.each([
    ['a dead host', async () => 'http://127.0.0.1:9', /nothing listens/],
    ['a web page', async () => (await serve(webPage)).origin, /HTML|web page/i],
    ['a host that hangs', async () => (await serve(hang)).origin, /time|answer|ended before/i],
    ['a host that drips a byte a second', async () => (await serve(drip(1_000))).origin, /time|ended before/i],
    ['a redirect to another host', async () => (await serve(redirects(307, 'http://127.0.0.1:9/elsewhere'))).origin, /redirect/i],
  ])('%s gets its own sentence in time, and no secret', async (_what, url, sentence) => {
    const { code, said, seconds } = await check(await url());
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(STACK_TRACE);
    expect(said).not.toContain(SECRET);
    expect(seen()).not.toContain(SECRET);
    expect([1, 3]).toContain(code);
    expect(seconds).toBeLessThan(9);
  });

  it('a host with a certificate of its own gets its own sentence, and no secret', async () => {
    const server = await serve(webPage, { tls: makeSelfSigned({ names: ['localhost'] }) });
    const { code, said } = await check(server.origin.replace('127.0.0.1', 'localhost'));
    expect(said).toMatch(/certificate/i);
    expect(said).toContain('name-resolution/certificate-untrusted');
    expect(seen()).not.toContain(SECRET);
    // Something was found: the certificate itself.
    expect(code).toBe(1);
  });

  it.each([
    'https://acme.sca1ekit.com',
    'https://acme.scalekit.com.evil.example',
    'https://scalekit.com.evil.example',
    'https://acme.xn--scalekt-p2a.com',
    'https://acme.scalekít.com',
    'https://acme.scalekit.co',
    'https://acme-scalekit.com',
    'https://acme.scalekit.com@evil.example',
    'https://ACME.SCALEKIT.COM.evil.example.',
    'https://app.scalekit.com',
    'http://acme.scalekit.com',
    'http://[2001:db8::1]',
    'ftp://acme.scalekit.com',
  ])('%s is refused without asking it', async (url) => {
    const { code, said, seconds } = await check(url);
    expect(code).toBe(1);
    expect(said).toContain('not-an-environment');
    expect(said).not.toContain(SECRET);
    expect(said).not.toMatch(STACK_TRACE);
    // Not even its name is looked up: it would take longer to fail.
    expect(seconds).toBeLessThan(9);
  });
});
