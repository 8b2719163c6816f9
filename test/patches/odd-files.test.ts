/** The built program's `fix --apply --yes` and `undo` on files that are unlike what one writes tests with: what is not the fault stays, byte for byte. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canRunAsNobody, type Ended, leftOut, run, STACK_TRACE, temporaryFolder } from '../e2e/program.ts';
import { snapshot } from './helpers.ts';

/** What is wrong with the files below is one blank at the end of the secret; nothing else may change. */
const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const LINES = [
  '# käse 😀',
  'SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev',
  'SCALEKIT_CLIENT_ID=skc_87104652398129153',
  `SCALEKIT_CLIENT_SECRET="${SECRET} "`,
  '\tOTHER = "kept  as it is"  ',
];
const TEXT = `${LINES.join('\n')}\n`;

function projectWith(content: string | Uint8Array = TEXT, file = '.env'): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, file), content);
  return folder;
}

const fix = (cwd: string): Promise<Ended> => run(['fix', '--apply', '--yes', '--offline', '--json'], { cwd });
const undo = (cwd: string): Promise<Ended> => run(['undo'], { cwd });

function outcomesOf(ended: Ended): { outcome: string; message: string }[] {
  expect(ended.stderr).not.toMatch(STACK_TRACE);
  const { fixes } = JSON.parse(ended.stdout) as { fixes: { outcome: string; message: string }[] };
  return fixes;
}

/** What the file must be afterwards, whatever else is in it. */
const mended = (bytes: Buffer): Buffer => {
  const blank = bytes.indexOf(`${SECRET} `) + SECRET.length;
  return Buffer.concat([bytes.subarray(0, blank), bytes.subarray(blank + 1)]);
};

describe('what is patched keeps everything but the fault, and undo brings every byte back', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['CRLF', LINES.join('\r\n')],
    ['mixed line ends', `${LINES.slice(0, 2).join('\r\n')}\r\n${LINES.slice(2).join('\n')}\r\n\n\n`],
    ['a byte-order mark', `\uFEFF${TEXT}`],
    ['a byte-order mark with CRLF', `\uFEFF${LINES.join('\r\n')}\r\n`],
    ['no final line break', TEXT.trimEnd()],
    ['the fault on the very last byte', LINES.slice(0, 4).join('\n')],
    ['a line of 200,000 characters', `${TEXT}LONG="${'ä'.repeat(200_000)}"\n`],
  ];
  it.each(texts)('%s', async (_name, text) => {
    const folder = projectWith(text);
    const file = join(folder, '.env');
    expect(outcomesOf(await fix(folder)).map(({ outcome }) => outcome)).toEqual(['fixed']);
    expect(readFileSync(file).equals(mended(Buffer.from(text)))).toBe(true);
    expect(await undo(folder)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Undone/) });
    expect(readFileSync(file).equals(Buffer.from(text))).toBe(true);
  });

  it.each([0o600, 0o640, 0o660, 0o755])('mode %o', async (mode) => {
    const folder = projectWith();
    const file = join(folder, '.env');
    chmodSync(file, mode);
    expect(outcomesOf(await fix(folder)).map(({ outcome }) => outcome)).toEqual(['fixed']);
    expect(statSync(file).mode & 0o7777).toBe(mode);
    await undo(folder);
    expect([statSync(file).mode & 0o7777, readFileSync(file, 'utf8')]).toEqual([mode, TEXT]);
  });

  it('a link stays a link, and what it leads to is patched', async () => {
    const folder = projectWith();
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/app.env'), TEXT);
    rmSync(join(folder, '.env'));
    symlinkSync('config/app.env', join(folder, '.env'));
    expect(outcomesOf(await fix(folder)).map(({ outcome }) => outcome)).toEqual(['fixed']);
    expect(readlinkSync(join(folder, '.env'))).toBe('config/app.env');
    expect(readFileSync(join(folder, 'config/app.env')).equals(mended(Buffer.from(TEXT)))).toBe(true);
    await undo(folder);
    expect([readlinkSync(join(folder, '.env')), readFileSync(join(folder, 'config/app.env'), 'utf8')]).toEqual([
      'config/app.env',
      TEXT,
    ]);
  });
});

describe('what cannot be put back exactly is refused with a sentence, and nothing is touched', () => {
  const inPlaceOf = (folder: string, make: (file: string) => void): void => {
    const file = join(folder, '.env');
    rmSync(file);
    make(file);
  };
  const refusals: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    ['a hard link', (folder) => linkSync(join(folder, '.env'), join(folder, 'other')), /hard-linked/],
    ['a read-only file', (folder) => chmodSync(join(folder, '.env'), 0o444), /read-only/],
    [
      'Latin-1',
      (folder) => writeFileSync(join(folder, '.env'), Buffer.from(`# k\u00e4se\n${TEXT.slice(13)}`, 'latin1')),
      /UTF-8/,
    ],
  ];
  it.each(refusals)('%s', async (_name, prepare, reason) => {
    const folder = projectWith();
    prepare(folder);
    const before = snapshot(folder);
    expect(outcomesOf(await fix(folder))).toMatchObject([{ outcome: 'refused', message: expect.stringMatching(reason) }]);
    expect(snapshot(folder)).toEqual(before);
  });

  const unread: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    ['UTF-16', (folder) => writeFileSync(join(folder, '.env'), Buffer.from(`\uFEFF${TEXT}`, 'utf16le')), /UTF-16/],
    ['a folder', (folder) => inPlaceOf(folder, (file) => mkdirSync(file)), /is a folder/],
    ['a pipe', (folder) => inPlaceOf(folder, (file) => execFileSync('mkfifo', [file])), /pipe/],
    [
      'a link out of the project',
      (folder) => inPlaceOf(folder, (file) => symlinkSync(join(projectWith(), '.env'), file)),
      /leads out of the project/,
    ],
    ['a link in a circle', (folder) => inPlaceOf(folder, (file) => symlinkSync('.env', file)), /leads back to itself/],
  ];
  it.each(unread)('%s', async (_name, prepare, reason) => {
    const folder = projectWith();
    writeFileSync(join(folder, 'package.json'), '{"dependencies":{"@scalekit-sdk/node":"2.11.0"}}');
    prepare(folder);
    const before = snapshot(folder);
    const kind = lstatSync(join(folder, '.env')).mode;
    const ended = await fix(folder);
    expect(outcomesOf(ended)).toEqual([]);
    expect(ended.stdout).toMatch(reason);
    expect([snapshot(folder), lstatSync(join(folder, '.env')).mode]).toEqual([before, kind]);
    expect(await undo(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing to undo') });
  });
});

describe('taking back what the user went on with', () => {
  it('keeps an edit elsewhere in the file', async () => {
    const folder = projectWith();
    await fix(folder);
    writeFileSync(join(folder, '.env'), `${readFileSync(join(folder, '.env'), 'utf8')}ADDED=by hand\n`);
    expect(await undo(folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('Your own edits since stay in .env') });
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(`${TEXT}ADDED=by hand\n`);
  });

  it('is refused with the difference, without a secret, and touches nothing', async () => {
    const folder = projectWith();
    await fix(folder);
    const edited = readFileSync(join(folder, '.env'), 'utf8').replace(/^(?=SCALEKIT_CLIENT_SECRET)/m, 'ADDED=by hand\n');
    writeFileSync(join(folder, '.env'), edited);
    const ended = await undo(folder);
    expect(ended).toMatchObject({ code: 3, stderr: expect.stringContaining('.env was changed since') });
    expect(ended.stdout).toContain('+ADDED=by hand');
    expect(ended.stdout).not.toContain(SECRET);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(edited);
  });
});

/** Another user than root, who may write everywhere: for root these guards have nothing to guard. */
const here = canRunAsNobody() ? describe : leftOut;
here('for a user with fewer rights', () => {
  const nobody = 65534;
  it.each([
    ['a folder that may not be written', (folder: string) => chmodSync(folder, 0o555), /folder may not be written/],
    ['a file of somebody else', (folder: string) => chownSync(join(folder, '.env'), 0, 0), /^\.env may not be written/],
    [
      'a file of somebody else that everybody may write',
      (folder: string) => {
        chownSync(join(folder, '.env'), 1234, nobody);
        chmodSync(join(folder, '.env'), 0o666);
      },
      /belongs to another user/,
    ],
  ])('%s is refused', async (_name, prepare, reason) => {
    const folder = projectWith();
    chmodSync(join(folder, '.env'), 0o644);
    chownSync(join(folder, '.env'), nobody, nobody);
    chownSync(folder, nobody, nobody);
    chmodSync(folder, 0o755);
    prepare(folder);
    const before = snapshot(folder);
    const ended = await run(['fix', '--apply', '--yes', '--offline', '--json'], { cwd: folder, user: nobody });
    expect(outcomesOf(ended)).toMatchObject([{ outcome: 'refused', message: expect.stringMatching(reason) }]);
    expect(snapshot(folder)).toEqual(before);
  });
});
