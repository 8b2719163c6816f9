/** Which env files there are, which count, and which value wins. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findEnvFiles, settingsOf } from '../../src/project/env-files.ts';
import { describeProject } from '../../src/project/package.ts';
import { type Files, git, makeFolder, makeProject, open } from './folder.ts';

async function found(files: Files, dotenv: string[] = [], mode: 'development' | 'production' | 'test' = 'development') {
  const project = await makeProject(files);
  const { frameworks } = await describeProject(project);
  return { project, env: await findEnvFiles(project, { dotenv, frameworks, mode }) };
}

const next = '{"dependencies":{"next":"15"}}';
const vite = '{"devDependencies":{"vite":"6"}}';
const all = {
  '.env': 'A=1',
  '.env.local': 'A=2',
  '.env.development': 'A=3',
  '.env.development.local': 'A=4',
  '.env.production': 'A=5',
  '.env.example': 'A=',
};

describe('the order of env files', () => {
  it.each([
    ['Next.js', next, 'development', ['.env.development.local', '.env.local', '.env.development', '.env']],
    ['Next.js', next, 'production', ['.env.local', '.env.production', '.env']],
    ['Next.js', next, 'test', ['.env']],
    ['Vite', vite, 'development', ['.env.development.local', '.env.development', '.env.local', '.env']],
    ['plain Node', '{}', 'development', ['.env']],
  ] as const)('in %s (%s) in %s is %j', async (_name, manifest, mode, expected) => {
    const { env } = await found({ ...all, 'package.json': manifest }, [], mode);
    expect(env.files.filter(({ role }) => role === 'loaded').map(({ path: file }) => file)).toEqual(expected);
    expect(env.files.filter(({ role }) => role === 'template').map(({ path: file }) => file)).toEqual(['.env.example']);
  });

  it('finds files that git ignores, in the folders of apps too', async () => {
    const root = makeFolder({
      'package.json': '{"workspaces":["apps/*"]}',
      'apps/web/package.json': next,
      'apps/web/.env.local': 'A=web',
      'apps/api/package.json': '{"dependencies":{"express":"5"}}',
      'apps/api/.env': 'A=api',
      '.env': 'A=root',
      'server/.env': 'A=server',
      'node_modules/x/.env': 'A=no',
      '.gitignore': '.env*\n',
    });
    git(root, 'init');
    git(root, 'add', '.');
    const project = await open(root);
    const { frameworks } = await describeProject(project);
    const env = await findEnvFiles(project, { frameworks });
    expect(env.files.map(({ path: file, role }) => `${file} ${role}`)).toEqual([
      '.env loaded',
      'server/.env loaded',
      'apps/api/.env loaded',
      'apps/web/.env.local loaded',
    ]);
    const values = (folder: string) => settingsOf(env, 'A', {}, folder).map(({ value }) => value);
    expect([values('apps/web'), values('apps/api/src'), values('')]).toEqual([['web', 'root'], ['api', 'root'], ['root']]);
  });
});

describe('the value that counts', () => {
  it('comes from the environment before the files, and from files given on the command line before both', async () => {
    const files = { ...all, 'package.json': next, 'config/staging.txt': 'A=6', 'other.env': 'A=7' };
    const { env } = await found(files);
    expect(settingsOf(env, 'A', { A: 'env' }).map(({ value, from }) => `${from} ${value}`)).toEqual([
      'environment env',
      'file 4',
      'file 2',
      'file 3',
      'file 1',
    ]);
    const given = await found(files, ['config/staging.txt', './other.env']);
    expect(settingsOf(given.env, 'A', { A: 'env' }).map(({ value }) => value)).toEqual(['7', '6', 'env']);
    expect(given.env.files.filter(({ role }) => role === 'loaded')).toEqual([]);
  });

  it('may be given from outside the project, by that flag only', async () => {
    const outside = makeFolder({ 'shared.env': 'SCALEKIT_CLIENT_SECRET=abcdefghij' });
    const root = makeFolder({ 'package.json': '{}' });
    symlinkSync(path.join(outside, 'shared.env'), path.join(root, '.env'));
    const project = await open(root);
    const byHabit = await findEnvFiles(project, { frameworks: [] });
    expect([byHabit.files, byHabit.unreadable.map(({ problem }) => problem), [...project.learned]]).toEqual([
      [],
      ['outside'],
      [],
    ]);
    const file = path.join(outside, 'shared.env');
    const given = await findEnvFiles(project, { dotenv: [file], frameworks: [] });
    expect(given.files.map(({ role }) => role)).toEqual(['given']);
    expect(given.files[0]?.path).toBe(path.relative(root, file));
    expect([...project.learned]).toContain('abcdefghij');
  });
});

describe('env files that cannot be read', () => {
  it('are named with the reason, and nothing hangs', async () => {
    const root = makeFolder({
      'big.env': 'x'.repeat(3_000_000),
      'binary.env': Buffer.from([0, 1, 2]),
      'long.env': `A=${'x'.repeat(1_000_000)}`,
    });
    mkdirSync(path.join(root, '.env.local'));
    execFileSync('mkfifo', [path.join(root, '.env')]);
    const project = await open(root);
    const env = await findEnvFiles(project, { dotenv: ['none', '.', 'long.env'], frameworks: [] });
    expect(env.unreadable.map(({ path: file, problem, role }) => `${file} ${problem} ${role}`).sort()).toEqual([
      '. directory given',
      '.env special other',
      '.env.local directory other',
      'big.env too-large other',
      'binary.env binary other',
      'none missing given',
    ]);
    expect(env.files.map(({ path: file }) => file)).toEqual(['long.env']);
  });
});
