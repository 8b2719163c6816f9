/** Which modules the app runs, as far as its files tell. */
import { expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { isLive } from '../../../src/project/code/live-modules.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const files = {
  'src/server.js': "import { a } from './used.js';\na();\n",
  'src/used.js': 'export const a = () => 1;\n',
  'src/left.js': 'export const b = () => 1;\n',
  'docs/login.js': 'login();\n',
  'app/api/route.js': 'export function GET() { return a(); }\n',
};

it.each([
  ['src/used.js', true, true],
  ['src/left.js', false, true],
  ['docs/login.js', false, false],
  ['app/api/route.js', true, true],
])('%s: %s where the start is known, else %s', async (path, known, unknown) => {
  const code = await analyseCode({
    files: Object.entries(files).map(([file, text]) => sourceFromText(file, text)),
    aliases: [],
  });
  const module = code.modules.find(({ file }) => file.path === path);
  const reached = new Set(['src/server.js', 'src/used.js']);
  expect(module && isLive(module, { ...code, reached })).toBe(known);
  expect(module && isLive(module, { ...code, reached: undefined })).toBe(unknown);
});
