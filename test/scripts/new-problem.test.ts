/** `npm run new:problem` leaves a tree that the tool chain accepts as it is, and never writes over anything. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function checkout(): {
  readonly folder: string;
  readonly run: (...args: string[]) => { readonly status: number | null; readonly said: string };
} {
  const folder = mkdtempSync(join(tmpdir(), 'new-problem-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'src/problems/index.ts'), join(folder, 'src/problems/index.ts'));
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/new-problem.mjs'), ...args, '--root', folder],
      { encoding: 'utf8' },
    );
    return { status, said: stdout + stderr };
  };
  return { folder, run };
}

describe('a new problem', () => {
  it('gets its file, its fixture and its line in the index', () => {
    const { folder, run } = checkout();
    expect(run('logout-loops', 'session')).toMatchObject({ status: 0 });
    const index = readFileSync(join(folder, 'src/problems/index.ts'), 'utf8');
    expect(index).toContain("import { logoutLoops } from './session/logout-loops.ts';");
    expect(index).toMatch(/\w,\n {2}logoutLoops,\n\];/);
    expect(existsSync(join(folder, 'test/fixtures/logout-loops/first-cause.ts'))).toBe(true);
  });

  it('is formatted and sorted as the formatter wants it', () => {
    const { folder, run } = checkout();
    run('logout-loops', 'session');
    for (const name of ['biome.json', 'package.json', '.gitignore']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const biome = spawnSync(join(root, 'node_modules/.bin/biome'), ['check', '--vcs-enabled=false', 'src', 'test'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status: biome.status, said: biome.stderr }).toMatchObject({ status: 0 });
  });

  it('never takes the place of one that exists', () => {
    const { folder, run } = checkout();
    run('logout-loops', 'session');
    const before = readFileSync(join(folder, 'src/problems/index.ts'), 'utf8');
    expect(run('logout-loops', 'session')).toEqual({ status: 2, said: 'src/problems/session/logout-loops.ts exists already.\n' });
    expect(readFileSync(join(folder, 'src/problems/index.ts'), 'utf8')).toBe(before);
  });

  it.each([[[]], [['Not Kebab']], [['logout-loops', 'no-such-category']], [['../../etc']]])('refuses %j', (args) => {
    const { folder, run } = checkout();
    expect(run(...args).status).toBe(2);
    expect(existsSync(join(folder, 'test'))).toBe(false);
  });
});
