/** A variable is renamed wherever it is named, or not at all. */
import { expect, it } from 'vitest';
import { renameVariable } from '../../../src/patches/rules/rename-variable.ts';
import type { CodeModule } from '../../../src/project/code/types.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const moduleOf = (path: string, text: string): CodeModule => ({ file: sourceFromText(path, text) }) as unknown as CodeModule;

it.each<[string, Record<string, string>, readonly string[], number | undefined]>([
  ['every word that is the name', { 'a.ts': 'f(env.VITE_KEY, "VITE_KEY", VITE_KEY2)' }, ['a.ts'], 2],
  ['nothing where it is named in a file that is not read', { 'a.ts': 'env.VITE_KEY' }, ['a.ts', 'compose.yaml'], undefined],
  ['nothing where the new name is there already', { 'a.ts': 'env.KEY ?? env.VITE_KEY' }, ['a.ts'], undefined],
  ['nothing in what is for the browser', { 'a.tsx': '"use client";\nenv.VITE_KEY' }, ['a.tsx'], undefined],
  ['code, and leaves the README alone', { 'a.ts': 'env.VITE_KEY' }, ['README.md', 'a.ts'], 1],
])('renames %s', (_name, files, named, count) => {
  const modules = Object.entries(files).map(([path, text]) => moduleOf(path, text));
  expect(renameVariable('VITE_KEY', 'KEY', named, modules)?.length).toBe(count);
});
