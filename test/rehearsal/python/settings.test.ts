/** Loaders of Python by which an env file wins: the app is aimed at the sandbox all the same, and the file stays as it is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { playAll } from '../playing.ts';
import { rehearsalApp } from '../rehearsal-app.ts';
import { pythonHere } from '../runtime.ts';

const loaders: readonly (readonly [name: string, code: string])[] = [
  ['load_dotenv(override=True)', 'load_dotenv(override=True)'],
  ['dotenv_values()', 'from dotenv import dotenv_values; os.environ.update(dotenv_values())'],
];

it.each(loaders)('%s', { timeout: 60_000 }, async (_name, code) => {
  const app = await rehearsalApp('rehearsal/flask', '/callback');
  pythonHere(app);
  app.edit('app.py', (text) => text.replace('\nload_dotenv()\n', () => `\n${code}\n`));
  const before = readFileSync(path.join(app.folder, '.env'), 'utf8');
  const { acts, faults } = await playAll(app.folder, { only: ['login'], startMs: 20_000 });
  expect([acts.find(({ id }) => id === 'login')?.outcome, faults]).toEqual(['sound', []]);
  expect(readFileSync(path.join(app.folder, '.env'), 'utf8')).toBe(before);
});
