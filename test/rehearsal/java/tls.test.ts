/** A JVM trusts the sandbox by a variable alone, and only that one. The official SDK is at no registry here: its calls are not made. */
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { trustVariables } from '../../../src/rehearsal/stage/trust.ts';
import { runCertificates } from '../../../src/sandbox/index.ts';
import { start } from '../../sandbox/helper.ts';

const run = promisify(execFile);

it('with the variable both clients of the JDK are answered, without it none', { timeout: 30_000 }, async () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-jvm-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const certificates = runCertificates();
  const sandbox = await start({ certificates, isHttps: true });
  onTestFinished(() => sandbox.close());
  const own = { PATH: process.env['PATH'] ?? '' };
  const ask = async (env: Readonly<Record<string, string>>): Promise<string[]> => {
    const args = [path.join(import.meta.dirname, 'Trusting.java'), `${sandbox.url}/.well-known/openid-configuration`];
    const { stdout } = await run('java', args, { env: { ...own, ...env } });
    return stdout.trim().split('\n');
  };
  const trusting = trustVariables(['java'], { authority: certificates.authority, env: own, folder, port: sandbox.port });
  const [with_, without] = await Promise.all([ask(trusting), ask({})]);
  expect([with_, without]).toEqual([['HTTP_2 200', 'HttpURLConnection 200'], ['not trusted']]);
});
