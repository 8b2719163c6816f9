/** The watcher that Python loads changes nothing that a program does. Any Python will do; without one there is nothing to try. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/program.ts';

const watcher = path.resolve(import.meta.dirname, '../../assets/rehearsal/python');

function python3(): string | undefined {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return 'python3';
  } catch {
    return undefined;
  }
}

describe('what Python loads of ours', () => {
  it('lets a program run as it would without, also where its settings are nonsense', () => {
    const program = python3();
    const folder = temporaryFolder();
    const env = {
      PATH: process.env['PATH'],
      PYTHONPATH: watcher,
      PYTHONDONTWRITEBYTECODE: '1',
      SCALEKIT_FIX_NOTES: '/nowhere/at/all',
      SCALEKIT_FIX_ROOT: folder,
      SCALEKIT_FIX_PROVIDER: 'http://127.0.0.1:1',
    };
    const out =
      program === undefined
        ? 'left out: no Python here'
        : execFileSync(program, ['-c', 'import json; print(json.dumps([1, 2]))'], { cwd: folder, env, encoding: 'utf8' });
    expect(['[1, 2]\n', 'left out: no Python here']).toContain(out);
  });

  it('loads the sitecustomize that would have been loaded without it, and leaves no trace on the path', () => {
    const program = python3();
    const folder = temporaryFolder();
    const own = path.join(folder, 'own');
    mkdirSync(own);
    writeFileSync(path.join(own, 'sitecustomize.py'), 'HELLO = "of the user"\n');
    const env = {
      PATH: process.env['PATH'],
      PYTHONPATH: [watcher, own].join(path.delimiter),
      PYTHONDONTWRITEBYTECODE: '1',
      SCALEKIT_FIX_NOTES: path.join(folder, 'notes'),
      SCALEKIT_FIX_ROOT: folder,
      SCALEKIT_FIX_PROVIDER: 'http://127.0.0.1:1',
    };
    const code = 'import sys, sitecustomize; print(sitecustomize.HELLO, any("rehearsal" in one for one in sys.path))';
    const out =
      program === undefined
        ? 'left out: no Python here'
        : execFileSync(program, ['-W', 'error', '-c', code], { cwd: folder, env, encoding: 'utf8' });
    expect(['of the user False\n', 'left out: no Python here']).toContain(out);
  });
});
