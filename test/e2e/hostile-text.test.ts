/** Text that plays tricks on terminals, from servers, files, git and pastes: no face of the program lets it through raw, nor does what it writes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { answers } from '../hostile/behaviours.ts';
import { atTokenEndpoint } from '../hostile/environment.ts';
import { startHostile } from '../hostile/server.ts';
import { cleanEnvironment, PROGRAM, run, temporaryFolder } from './program.ts';
import { openTerminal, type TestTerminal } from './terminal.ts';

/** A title, a conceal, a clipboard, an 8-bit sequence, a bidirectional override, zero widths, a tag: nothing of it is ever of our own making. */
const TRICKS = '\u001b]0;OWNED\u0007\u001b[8mHID\u001b]52;c;T1dORUQ=\u0007\u009b8m\u202eRTL\u2066\u200b\u200d\u{e0041}\u0008';
const RAW = /\u001b\]|\u001b\[8m|\u0007|\u0008|[\u0080-\u009f]|\u202e|\u2066|\u200b|\u200d|\u{e0041}/u;
/** What can be in the name of a file, and in that of a branch. */
const FILE_TRICKS = '\u001b]0;OWNED\u0007\u001b[8m\u202e\u200b';
const BRANCH_TRICKS = 'topic\u202e\u200bx';
const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const LONG = 'A'.repeat(1_000_000);

async function scene(): Promise<{ folder: string; env: Record<string, string> }> {
  const body = JSON.stringify({ error: `invalid_client${TRICKS}`, error_description: `${TRICKS}no${LONG}` });
  const server = await startHostile(atTokenEndpoint(answers({ status: 401, body })));
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const name = `a${FILE_TRICKS}.js`;
  mkdirSync(join(folder, 'src'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: `app${TRICKS}`,
      dependencies: { '@scalekit-sdk/node': `2.11.0${TRICKS}` },
      scripts: { start: `node src/${TRICKS}` },
    }),
  );
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${server.origin}\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="${SECRET} "\nSCALEKIT_REDIRECT_URI=http://localhost:3000/${TRICKS}\n`,
  );
  writeFileSync(
    join(folder, 'src', name),
    `import { Scalekit } from '@scalekit-sdk/node';\n// ${TRICKS}\nconst s = new Scalekit('${server.origin}', 'skc_87104652398129153', '${SECRET}');\ns.getAuthorizationUrl('http://localhost:3000/${TRICKS}');\ns.connections.list('${TRICKS}');\n`,
  );
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: folder, stdio: 'ignore' });
  git('init', '-q', '-b', BRANCH_TRICKS);
  git('config', 'remote.origin.url', `https://user:pw@example.org/${TRICKS}`);
  git('add', 'package.json', 'src');
  git('commit', '-q', '-m', TRICKS);
  return { folder, env: cleanEnvironment() };
}

const inTerminal = (args: readonly string[], { folder, env }: Awaited<ReturnType<typeof scene>>): TestTerminal =>
  openTerminal({ command: process.execPath, args: [PROGRAM, ...args], cwd: folder, env });

describe('tricks in a project, its repository and the answers of its environment', () => {
  it.each([[['check', '--verbose']], [['check']], [['fix']], [['undo', '--list']]])(
    '%j shows none of them on a terminal',
    async (args) => {
      const terminal = inTerminal(args, await scene());
      expect([0, 1]).toContain(await terminal.exitCode);
      expect(terminal.raw()).not.toMatch(RAW);
      expect(terminal.raw().length).toBeLessThan(200_000);
    },
  );

  it('nor does check --json, which is JSON all the same', async () => {
    const { folder } = await scene();
    const { code, stdout, stderr } = await run(['check', '--json', '--cwd', folder]);
    expect(code).toBe(1);
    expect(JSON.stringify(JSON.parse(stdout))).not.toMatch(RAW);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ verdict: 'confirmed' })]),
    });
    expect(stdout + stderr).not.toMatch(RAW);
    expect(stdout.length).toBeLessThan(200_000);
  });

  it('nor does the wizard', async () => {
    const terminal = inTerminal([`it says ${TRICKS} invalid_client ${TRICKS}`], await scene());
    await terminal.waitFor('Enter look into it', 30_000);
    terminal.press('enter');
    await terminal.waitFor(/support bundle/, 50_000);
    terminal.type('b');
    await terminal.waitFor('probes.ndjson', 30_000);
    terminal.press('ctrlC');
    await terminal.exitCode;
    expect(terminal.everything()).toContain('confirmed');
    expect(terminal.raw()).not.toMatch(RAW);
  });

  it('nor does the plain face', async () => {
    const terminal = inTerminal(['--plain', `it says ${TRICKS} invalid_client ${TRICKS}`], await scene());
    await terminal.waitFor(/Number, Enter for 1/, 60_000);
    terminal.press('enter');
    await terminal.waitFor(/confirmed/, 60_000);
    terminal.press('ctrlC');
    await terminal.exitCode;
    expect(terminal.raw()).not.toMatch(RAW);
  });

  it('nor does any file of the bundle', async () => {
    const { folder } = await scene();
    const file = join(temporaryFolder(), 'b.zip');
    expect((await run(['bundle', '--output', file, '--cwd', folder])).code).toBe(0);
    const entries = Object.entries(unzipSync(readFileSync(file)));
    expect(entries.map(([name]) => name)).toEqual(expect.arrayContaining(['REPORT.md', 'report.json', 'probes.ndjson']));
    for (const [name, bytes] of entries) {
      const text = Buffer.from(bytes).toString('utf8');
      expect({ name, found: RAW.exec(name + text.replaceAll('\\n', '\n'))?.index }).toEqual({ name, found: undefined });
    }
  });
});

describe('tricks in a paste or a log', () => {
  let log: string;
  beforeAll(() => {
    log = `${TRICKS} AxiosError: invalid_client ${TRICKS} at https://acme.scalekit.dev/${TRICKS}\n${LONG}${TRICKS}\n`;
  });

  it('are not shown by explain, whose JSON is JSON', async () => {
    const { folder, env } = await scene();
    const terminal = inTerminal(['explain', log.slice(0, 300)], { folder, env });
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.raw()).not.toMatch(RAW);
    const { stdout } = await run(['explain', '-', '--json'], { input: log });
    expect(JSON.stringify(JSON.parse(stdout))).not.toMatch(RAW);
  });

  it('are not shown by redact on a terminal, and left as they are in a pipe', async () => {
    const { folder, env } = await scene();
    writeFileSync(join(folder, 'app.log'), log);
    const terminal = inTerminal(['redact', 'app.log'], { folder, env });
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.raw()).toContain('invalid_client');
    expect(terminal.raw()).not.toMatch(RAW);
    expect((await run(['redact', 'app.log'], { cwd: folder })).stdout).toBe(log);
  });

  it('are not repeated where a file or a flag that holds them is refused', async () => {
    for (const args of [
      ['redact', `no${FILE_TRICKS}`],
      ['check', '--dotenv', `no${FILE_TRICKS}`],
      ['check', '--cwd', `no${FILE_TRICKS}`],
      ['bundle', '--inspect', `no${FILE_TRICKS}`],
      ['sandbox', '--fault', FILE_TRICKS],
      ['sandbox', '--state', `/no${FILE_TRICKS}/x`],
      ['fix', '--only', FILE_TRICKS],
      ['check', '--environment-url', `ftp://${FILE_TRICKS}`],
    ]) {
      const { code, stdout, stderr } = await run(args);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toMatch(RAW);
    }
  });
});
