/** The sandbox ships without run-time dependencies: bundled as the program is, it runs where nothing is installed, and ends at SIGTERM. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox, SandboxLine } from '../../src/sandbox/index.ts';
import { sdkFor } from './helper.ts';

const source = path.resolve(import.meta.dirname, '../../src/sandbox/index.ts');
let folder: string;
let child: ChildProcess;
let line: SandboxLine;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-bundle-'));
  const bundle = await rolldown({ input: { sandbox: source }, platform: 'node', logLevel: 'silent' });
  await bundle.write({ dir: folder, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', minify: true });
  await bundle.close();
  const program = `require('./sandbox.cjs').startSandbox().then((sandbox) => {
    console.log(JSON.stringify(sandbox.line));
    process.on('SIGTERM', () => sandbox.close());
  });`;
  writeFileSync(path.join(folder, 'start.cjs'), program);
  child = spawn(process.execPath, ['start.cjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
  line = JSON.parse(await new Promise<string>((resolve) => child.stdout?.setEncoding('utf8').once('data', resolve)));
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the bundled sandbox', () => {
  it('answers the SDK, validates by the published rules, and ends at SIGTERM with connections open', async () => {
    const scalekit = sdkFor({ url: line.url, line } as RunningSandbox);
    const { organization } = await scalekit.organization.getOrganization(line.organizationId);
    expect(organization?.displayName).toBe('Acme');
    await expect(scalekit.user.getUser('nobody')).rejects.toMatchObject({ httpStatus: 400 });
    const session = connect(line.url);
    session.on('error', () => {});
    await new Promise((resolve) => session.on('remoteSettings', resolve));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
