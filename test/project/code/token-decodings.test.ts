/** Tokens that are decoded behind a helper: what the helper is given says whose token it is. */
import { expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { decodings } from '../../../src/project/code/token-leaks.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const helper = "export function parse(t) {\n  return JSON.parse(Buffer.from(t.split('.')[1], 'base64').toString());\n}\n";
const steps =
  "export function parse(t) {\n  const middle = t.split('.')[1].replace(/-/g, '+');\n  return JSON.parse(atob(middle));\n}\n";

it.each([
  ['in the same module', { 'a.js': `${helper}use((req) => parse(req.cookies.idToken));\n` }, [[false, false]]],
  [
    'in two steps',
    { 'a.js': `${steps}use((req) => { const token = req.cookies.id; return parse(token); });\n` },
    [[false, false]],
  ],
  [
    'in another module',
    { 'jwt.js': helper, 'a.js': "import { parse } from './jwt.js';\nuse((req) => parse(req.cookies.access_token));\n" },
    [[false, false]],
  ],
  ['what the session holds', { 'a.js': `${helper}use((req) => parse(req.session.idToken));\n` }, [[false, true]]],
  [
    'what the exchange gave',
    {
      'a.js': `${helper}use(async (req) => { const { idToken } = await sk.authenticateWithCode(c, u); return parse(idToken); });\n`,
    },
    [[true, false]],
  ],
  [
    'of both, the one that a browser can write counts',
    { 'a.js': `${helper}use((req) => parse(req.session.idToken));\nuse((req) => parse(req.cookies.idToken));\n` },
    [[false, false]],
  ],
  ['no token', { 'a.js': `${helper}use((req) => parse(req.query.cursor));\n` }, []],
  ['nobody calls it', { 'a.js': helper }, []],
])('%s', async (_what, files, found) => {
  const { modules } = await analyseCode({
    files: Object.entries(files).map(([path, text]) => sourceFromText(path, text)),
    aliases: [],
  });
  const all = modules.flatMap((module) => decodings(module, () => false, modules));
  expect(all.map(({ fromExchange, fromServerSession }) => [fromExchange, fromServerSession])).toEqual(found);
});
