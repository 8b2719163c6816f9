/** A JVM trusts the sandbox by a variable alone, and only that one. The official SDK is at no registry here: its calls are not made. */
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PORTLESS_HOST, type TrustNeed, trustVariables } from '../../../src/rehearsal/stage/trust.ts';
import { runCertificates, type SandboxOptions } from '../../../src/sandbox/index.ts';
import { start } from '../../sandbox/helper.ts';

const run = promisify(execFile);

const own = { PATH: process.env['PATH'] ?? '' };

async function ask(env: Readonly<Record<string, string>>, ...addresses: string[]): Promise<string[]> {
  const program = path.join(import.meta.dirname, 'Trusting.java');
  const { stdout } = await run('java', [program, ...addresses.map((one) => `${one}/.well-known/openid-configuration`)], {
    env: { ...own, ...env },
  });
  return stdout.trim().split('\n');
}

async function sandboxFor(needs: readonly TrustNeed[], options: SandboxOptions = {}) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-jvm-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const certificates = runCertificates(options.host);
  const sandbox = await start({ certificates, ...options });
  onTestFinished(() => sandbox.close());
  const { authority } = certificates;
  return { sandbox, trusting: trustVariables(needs, { authority, env: own, folder, port: sandbox.port }) };
}

describe('a JVM', { timeout: 30_000 }, () => {
  it('with the variable is answered by both its clients, without it by none', async () => {
    const { sandbox, trusting } = await sandboxFor(['java'], { isHttps: true });
    const [with_, without] = await Promise.all([ask(trusting, sandbox.url), ask({}, sandbox.url)]);
    expect([with_, without]).toEqual([['HTTP_2 200', 'HttpURLConnection 200'], ['not trusted']]);
  });

  it('that names no port comes to the sandbox by its proxy, by http and https', async () => {
    const { sandbox, trusting } = await sandboxFor(['java', 'portless'], { host: PORTLESS_HOST });
    expect(sandbox.url).toBe(`http://${PORTLESS_HOST}`);
    const answers = await ask(trusting, sandbox.url, `https://${PORTLESS_HOST}`);
    expect(answers).toEqual(['HttpURLConnection 200', 'HTTP_2 200', 'HttpURLConnection 200']);
  });
});
