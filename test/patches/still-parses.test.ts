/** No rule is trusted alone: a patch that would break a script is refused, and nothing is written. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { planPatch } from '../../src/patches/plan.ts';
import { makeProject } from '../project/folder.ts';
import { edit } from './helpers.ts';

it.each([
  ['app.js', 'call(a, b);\n', ' b', ' {', true],
  ['app.ts', 'const a: number = 1;\n', '1', '1 as', true],
  ['page.tsx', 'export const A = () => <p>x</p>;\n', 'x', '<b>', true],
  ['app.js', 'call(a, b);\n', ' b', ' c', false],
  ['broken.js', 'call(a,, {;\n', 'a', 'b', false],
  ['notes.txt', 'call(a, b);\n', ' b', ' {', false],
])('%s: %j, %j by %j', async (file, text, from, to, isRefused) => {
  const project = await makeProject({ [file]: text });
  const planned = await planPatch([edit(project, file, from, to)], project);
  expect(planned.kind === 'refused').toBe(isRefused);
  expect(readFileSync(path.join(project.root, file), 'utf8')).toBe(text);
});
